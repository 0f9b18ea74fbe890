import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import type { Inspection } from '@/server/documents/create-inspector'
import { EditPassage } from './edit-passage'
import { ExcludePassage } from './exclude-passage'
import { inspectorHref } from './inspector-href'

/** One passage closely: its neighbours, what lies nearest to it, and the questions that were answered with it. */
export function ChosenPassage({ inspection, resolves }: { inspection: Inspection; resolves: string | null }) {
  const t = useTranslations('admin.inspector')
  const format = useFormatter()
  const { document, chosen, passages, edits } = inspection
  if (!chosen) return <p className="text-small text-ink-2">{t('choose')}</p>
  const { passage, draft, nearest, questions } = chosen
  const lost = edits.find((edit) => edit.id === resolves && edit.state === 'review')
  const { id, index, start, end, tokens, headingPath, isExcluded } = passage
  const neighbours = [
    { name: t('before'), passage: passages[index - 1] },
    { name: t('after'), passage: passages[index + 1] },
  ]
  return (
    <>
      <h2 className="text-entry">{t('passage', { number: index + 1 })}</h2>
      <dl className="admin-colophon mt-3">
        <div>
          <dt>{t('headings')}</dt>
          <dd>{headingPath.length > 0 ? headingPath.join(' › ') : t('none')}</dd>
        </div>
        <div>
          <dt>{t('span')}</dt>
          <dd className="tabular-nums">
            {t('offsets', { start: format.number(start), end: format.number(end) })}・{t('tokens', { tokens })}
          </dd>
        </div>
        <div>
          <dt>{t('neighbours')}</dt>
          <dd className="flex flex-wrap gap-x-4">
            {neighbours.map((one) =>
              one.passage ? (
                <Link
                  key={one.name}
                  href={inspectorHref({ documentId: document.id, passageId: one.passage.id })}
                  prefetch={false}
                  className="underline underline-offset-4"
                >
                  {one.name}
                </Link>
              ) : null,
            )}
          </dd>
        </div>
      </dl>
      <EditPassage
        // Not its id: in the next version of the document it has another one, and what is being typed stays.
        key={`${document.id} ${index} ${lost?.id}`}
        documentId={document.id}
        passageId={id}
        language={passage.language}
        draft={draft}
        resolves={lost ? { id: lost.id, text: lost.text } : null}
      />
      <ExcludePassage documentId={document.id} passageId={id} isExcluded={isExcluded} />
      <h3 className="mt-8 text-lead">{t('nearest')}</h3>
      <p className="text-note text-ink-2">{t('nearestLead')}</p>
      <ol className="mt-2 grid gap-3 text-small">
        {nearest.map((one) => (
          <li key={one.id} className="border-t border-rule pt-2">
            <p className="flex items-baseline justify-between gap-3">
              <Link
                href={inspectorHref({ documentId: one.documentId, passageId: one.id })}
                prefetch={false}
                lang={one.language}
                className="font-bold underline underline-offset-4"
              >
                {one.title}
              </Link>
              <span className="tabular-nums">
                {format.number(one.similarity, { minimumFractionDigits: 3, maximumFractionDigits: 3 })}
              </span>
            </p>
            <p lang={one.language} className="line-clamp-2 text-note text-ink-2">
              {one.text}
            </p>
          </li>
        ))}
      </ol>
      {nearest.length === 0 ? <p className="text-small text-ink-2">{t('none')}</p> : null}
      <h3 className="mt-8 text-lead">{t('questions')}</h3>
      <ul className="mt-2 grid gap-1 text-small">
        {questions.map(({ turnId, question, askedAt }) => (
          <li key={turnId}>
            {question}{' '}
            <time dateTime={askedAt} className="text-note text-ink-2">
              {format.dateTime(new Date(askedAt), { dateStyle: 'medium' })}
            </time>
          </li>
        ))}
      </ul>
      {questions.length === 0 ? <p className="text-small text-ink-2">{t('noQuestions')}</p> : null}
    </>
  )
}
