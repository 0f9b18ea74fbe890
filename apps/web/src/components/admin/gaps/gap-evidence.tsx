import Link from 'next/link'
import { getFormatter, getTranslations } from 'next-intl/server'
import { getServer } from '@/server/get-server'
import { toPublicError } from '@/server/http/to-public-error'
import { ErrorNotice } from '../error-notice'
import { MissingTermsView } from './missing-terms'

const shown = 5

/** What the sources hold now that is nearest to a question, how sure the gate is, and what is missing. */
export async function GapEvidence({ question }: { question: string }) {
  const [server, t, format] = await Promise.all([getServer(), getTranslations('admin.gaps'), getFormatter()])
  const explored = await server.explore({ query: question, k: shown }).then(
    (exploration) => ({ exploration, error: null }),
    (error: unknown) => ({ exploration: null, error: toPublicError(error) }),
  )
  if (!explored.exploration) return <ErrorNotice error={explored.error} live={false} />
  const { gate, missing, results } = explored.exploration
  const percent = (value: number) => format.number(value, { style: 'percent', maximumFractionDigits: 0 })
  return (
    <>
      <section aria-labelledby="missing-title" className="mt-8">
        <h2 id="missing-title" className="text-entry">
          {t('missing')}
        </h2>
        <p className="mt-1 text-small">
          {t(gate.verdict === 'answered' ? 'wouldAnswer' : 'wouldRefuse', {
            confidence: percent(gate.confidence),
            threshold: percent(gate.threshold),
          })}
        </p>
        {gate.unanswered.length > 0 ? (
          <p className="mt-1 text-small">{t('unanswered', { parts: format.list(gate.unanswered) })}</p>
        ) : null}
        <MissingTermsView missing={missing} />
      </section>
      <section aria-labelledby="nearest-title" className="mt-8">
        <h2 id="nearest-title" className="text-entry">
          {t('nearest')}
        </h2>
        {results.length === 0 ? <p className="mt-1 text-small">{t('noPassages')}</p> : null}
        <ol>
          {results.map(({ passageId, documentId, versionId, start, end, title, headingPath, text }) => (
            <li key={passageId} className="mt-3">
              <Link
                href={`/documents/${documentId}?start=${start}&end=${end}&version=${versionId}#cite`}
                prefetch={false}
                className="inline-flex min-h-11 items-center text-small font-bold underline underline-offset-4"
              >
                {[title, ...headingPath].join(' › ')}
              </Link>
              <blockquote className="admin-excerpt line-clamp-3 text-small">{text}</blockquote>
            </li>
          ))}
        </ol>
      </section>
    </>
  )
}
