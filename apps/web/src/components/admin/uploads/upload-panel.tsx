'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { maxUploadBytes, uploadTypes } from '@/server/http/upload-types'
import { callApi } from '../call-api'
import { useJobBoard } from '../job-board-context'
import { collectDroppedFiles, listChosenFiles, maxDroppedFiles } from './collect-files'
import { createUploadQueue, type UploadSnapshot } from './create-upload-queue'
import { sendFile } from './send-file'
import { UploadList } from './upload-list'
import { useFileDrop } from './use-file-drop'

const empty: UploadSnapshot = { entries: [], held: null }

/** Takes files and folders by drop or by choice, and shows the way of each into the index. */
export function UploadPanel() {
  const t = useTranslations('admin.uploads')
  const { follow, connection } = useJobBoard()
  const files = useRef<HTMLInputElement>(null)
  const folder = useRef<HTMLInputElement>(null)
  const section = useRef<HTMLElement>(null)
  const [isCut, setIsCut] = useState(false)
  const taken = useRef<((jobId: string) => void) | null>(null)
  const [queue] = useState(() =>
    createUploadQueue({
      send: sendFile,
      takeIn: (id) => callApi({ path: `/api/v1/uploads/${id}/job`, method: 'POST', json: {} }),
      onTaken: (jobId) => taken.current?.(jobId),
      createId: createUploadId,
    }),
  )
  useEffect(() => {
    taken.current = (jobId) => void follow(jobId)
  }, [follow])
  const snapshot = useSyncExternalStore(queue.subscribe, queue.getSnapshot, () => empty)
  const isCutOff = snapshot.held?.code === 'NETWORK'
  useEffect(() => {
    if (!isCutOff) return
    const goOn = () => queue.resume()
    window.addEventListener('online', goOn)
    return () => window.removeEventListener('online', goOn)
  }, [isCutOff, queue])
  useEffect(() => {
    // The server is there again.
    if (connection === 'open' && queue.getSnapshot().held?.code === 'NETWORK') queue.resume()
  }, [connection, queue])
  const isUnderWay = snapshot.entries.some(({ state }) => ['waiting', 'sending', 'sent'].includes(state))
  useEffect(() => {
    if (!isUnderWay) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isUnderWay])

  function add(chosen: ReturnType<typeof listChosenFiles>) {
    setIsCut(chosen.length >= maxDroppedFiles)
    if (chosen.length > 0) queue.add(chosen)
  }
  const over = useFileDrop(async (items) => {
    add(await collectDroppedFiles(items))
    section.current?.scrollIntoView({ block: 'nearest' })
  })
  const choose = (input: HTMLInputElement) => {
    const chosen = listChosenFiles(input.files ?? [])
    input.value = ''
    add(chosen)
  }

  return (
    <section ref={section} aria-labelledby="upload-title" data-over={over || undefined} className="admin-drop">
      <h2 id="upload-title" className="text-lead">
        {over ? t('drop') : t('title')}
      </h2>
      <p className="mt-1 text-small text-ink-2">{t('text')}</p>
      <div className="mt-3 flex flex-wrap items-center gap-3">
        <button type="button" className="button" onClick={() => files.current?.click()}>
          {t('choose')}
        </button>
        <button type="button" className="button" onClick={() => folder.current?.click()}>
          {t('chooseFolder')}
        </button>
        <span className="text-note text-ink-3">
          {uploadTypes.join(' ')}・{t('limit', { size: `${maxUploadBytes / 1024 / 1024} MB` })}
        </span>
      </div>
      <input
        ref={files}
        type="file"
        multiple
        hidden
        accept={uploadTypes.join(',')}
        aria-label={t('choose')}
        onChange={(event) => choose(event.target)}
      />
      <input
        ref={folder}
        type="file"
        hidden
        // @ts-expect-error React's types do not know it; every browser does.
        webkitdirectory=""
        aria-label={t('chooseFolder')}
        onChange={(event) => choose(event.target)}
      />
      {isCut ? <p className="mt-2 text-small font-bold">{t('cut', { count: maxDroppedFiles })}</p> : null}
      <UploadList queue={queue} snapshot={snapshot} />
    </section>
  )
}

/** Also where a page without HTTPS has no `randomUUID`. */
function createUploadId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
