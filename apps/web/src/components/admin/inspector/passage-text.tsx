import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { layoutPassages } from '@/documents/layout-passages'
import type { InspectedPassage, Inspection } from '@/server/documents/create-inspector'
import { inspectorHref } from './inspector-href'

/** A document's text with its passages drawn on it: each in a bracket of its own, what is of none between them. */
export function PassageText(options: {
  inspection: Inspection
  passages: readonly InspectedPassage[]
  isLast: boolean
}) {
  const { inspection, passages, isLast } = options
  const { document, chosen } = inspection
  const t = useTranslations('admin.inspector')
  const format = useFormatter()
  const [first] = passages
  const before = first ? (inspection.passages[first.index - 1]?.end ?? 0) : 0
  const end = isLast ? document.text.length : (passages.at(-1)?.end ?? 0)
  return (
    <div lang={document.language} className="inspector-text">
      {layoutPassages({ passages, start: Math.min(before, first?.start ?? 0), end }).map((stretch) => {
        const words = document.text.slice(stretch.start, stretch.end)
        if (stretch.kind === 'between')
          return words.trim() === '' ? null : (
            <p key={`between ${stretch.start}`} className="inspector-between">
              {words.trim()}
            </p>
          )
        const { passage, overlap } = stretch
        const { id, index, headingPath, tokens, isExcluded, isEdited, quoted } = passage
        const isChosen = chosen?.passage.id === id
        return (
          <article
            key={id}
            id={isChosen ? 'passage' : undefined}
            data-passage={id}
            data-parity={index % 2}
            data-excluded={isExcluded || undefined}
            data-edited={isEdited || undefined}
            data-chosen={isChosen || undefined}
            aria-label={t('passage', { number: index + 1 })}
            className="inspector-passage"
          >
            <p className="inspector-facts">
              <Link
                href={inspectorHref({ documentId: document.id, passageId: id })}
                prefetch={false}
                scroll={false}
                aria-current={isChosen ? 'true' : undefined}
                className="inline-flex min-h-11 items-center font-bold underline underline-offset-4"
              >
                {t('passage', { number: index + 1 })}
              </Link>
              {headingPath.length > 0 ? <span>{headingPath.join(' › ')}</span> : null}
              <span className="tabular-nums">{t('tokens', { tokens })}</span>
              {quoted > 0 ? <span>{t('quoted', { count: quoted })}</span> : null}
              {isEdited ? <strong className="text-ink">{t('edited')}</strong> : null}
              {isExcluded ? <strong className="text-ink">{t('excluded')}</strong> : null}
            </p>
            <p className="whitespace-pre-wrap">
              {overlap > stretch.start ? (
                <span className="inspector-overlap" title={t('overlap')}>
                  <span className="sr-only">{t('overlap')}: </span>
                  {document.text.slice(stretch.start, overlap)}
                </span>
              ) : null}
              {document.text.slice(overlap, stretch.end)}
            </p>
            <span className="sr-only">
              {t('offsets', { start: format.number(stretch.start), end: format.number(stretch.end) })}
            </span>
          </article>
        )
      })}
    </div>
  )
}
