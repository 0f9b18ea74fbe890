import { useTranslations } from 'next-intl'
import type { GapTrial } from '@/server/gaps/create-gaps'
import { MissingTermsView } from './missing-terms'

/** What came of asking questions again. */
export function GapTrials({ trials }: { trials: readonly GapTrial[] }) {
  const t = useTranslations('admin.gaps')
  return (
    <ul className="mt-2 grid gap-4">
      {trials.map(({ question, isSolved, answer, isSameAnswer, missing }) => (
        <li key={question} data-trial={isSolved} className="border-s-2 border-rule ps-4">
          <p className="text-small font-bold">{question}</p>
          <p className="text-note text-ink-2">
            {t(isSolved ? 'answeredNow' : isSameAnswer ? 'sameAnswer' : 'stillRefused')}
          </p>
          <p className="text-small whitespace-pre-line" lang={answer.language}>
            {answer.answer}
          </p>
          {answer.citations.map(({ number, documentId, start, end, versionId, title, quote }) => (
            <blockquote key={number} className="admin-excerpt mt-2 text-small">
              {quote}
              <cite className="block text-note text-ink-2 not-italic">
                [{number}]{' '}
                <a
                  href={`/documents/${documentId}?start=${start}&end=${end}&version=${versionId}#cite`}
                  className="underline underline-offset-4"
                >
                  {title}
                </a>
              </cite>
            </blockquote>
          ))}
          {missing ? <MissingTermsView missing={missing} /> : null}
        </li>
      ))}
    </ul>
  )
}
