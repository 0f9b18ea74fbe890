import type { GenerationSummary } from '@shutten/core'
import { useFormatter, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { RollBack } from '../roll-back'

/** The generations that serve or can serve again, each with what it is made of and the way back to it. */
export function GenerationList({
  generations,
  canRollBack,
}: {
  generations: readonly GenerationSummary[]
  canRollBack: boolean
}) {
  const t = useTranslations('admin.generations')
  const format = useFormatter()
  return (
    <ol className="grid gap-x-12 gap-y-8 lg:grid-cols-2">
      {generations.map(
        ({ id, isServing, isWhole, createdAt, servedAt, documents, passages, linked, embedder, bytes }) => {
          const date = (at: string) => format.dateTime(new Date(at), { dateStyle: 'long', timeStyle: 'short' })
          const made = date(createdAt ?? servedAt)
          return (
            <li key={id} data-generation={id}>
              <h2 className="text-lead">{t(isServing ? 'serving' : 'kept')}</h2>
              <dl className="admin-colophon mt-2">
                <Row name={t('made')}>{made}</Row>
                <Row name={t('served')}>{date(servedAt)}</Row>
                <Row name={t('holds')}>{t('counts', { documents, passages, linked })}</Row>
                <Row name={t('size')}>{t('megabytes', { megabytes: bytes / 1024 / 1024 })}</Row>
                <Row name={t('embedder')}>
                  <span className="font-mono text-note">{embedder}</span>
                </Row>
                <Row name={t('id')}>
                  <span className="font-mono text-note">{id}</span>
                </Row>
              </dl>
              {isWhole ? null : <p className="mt-2 text-small font-bold">{t('damaged')}</p>}
              {!isServing && isWhole && canRollBack ? <RollBack id={id} made={made} documents={documents} /> : null}
            </li>
          )
        },
      )}
    </ol>
  )
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
