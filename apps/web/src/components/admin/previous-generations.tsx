import type { GenerationSummary } from '@shutten/core'
import { useFormatter, useTranslations } from 'next-intl'
import { RollBack } from './roll-back'

/** The generations that can serve again, each with the way back to it. */
export function PreviousGenerations({ generations }: { generations: readonly GenerationSummary[] }) {
  const t = useTranslations('admin.generations')
  const format = useFormatter()
  const kept = generations.filter(({ isServing, isWhole }) => !isServing && isWhole)
  return (
    <section aria-labelledby="generations-title" className="mt-10">
      <h2 id="generations-title" className="text-entry">
        {t('title')}
      </h2>
      {kept.length === 0 ? <p className="mt-2 max-w-measure text-small text-ink-2">{t('none')}</p> : null}
      {kept.map(({ id, createdAt, servedAt, documents, passages, embedder }) => {
        const made = format.dateTime(new Date(createdAt ?? servedAt), { dateStyle: 'long', timeStyle: 'short' })
        return (
          <div key={id}>
            <p className="mt-2 max-w-measure text-small text-ink-2">{t('text', { made, documents, passages })}</p>
            <p className="mt-1 font-mono text-note text-ink-2">{`${id} · ${embedder}`}</p>
            <RollBack id={id} made={made} documents={documents} />
          </div>
        )
      })}
    </section>
  )
}
