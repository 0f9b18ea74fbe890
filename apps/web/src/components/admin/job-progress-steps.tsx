import type { JobProgress } from '@shutten/core'
import { useTranslations } from 'next-intl'
import { formatDuration } from './format-duration'

const phases = ['reading', 'embedding', 'building', 'verifying', 'measuring', 'switching'] as const
type Phase = (typeof phases)[number]

/** Golden questions are put where there is a gate, or by a job that does nothing else. */
function listPhases({ phase, questions, documents }: JobProgress): readonly Phase[] {
  const isMeasuring = phase === 'measuring' || questions !== undefined
  if (isMeasuring && documents.total === 0) return ['measuring']
  return phases.filter((one) => one !== 'measuring' || isMeasuring)
}

/** Where a running job is: its phases in a row, and how many documents and passages are through. */
export function JobProgressSteps({ progress }: { progress: JobProgress }) {
  const t = useTranslations('admin')
  const shown = listPhases(progress)
  const current = progress.phase === 'done' ? shown.length : shown.indexOf(progress.phase)
  return (
    <div className="mt-3 grid gap-3">
      <ol className="flex flex-wrap gap-x-4 gap-y-1 text-small">
        {shown.map((phase, index) => (
          <li
            key={phase}
            aria-current={index === current ? 'step' : undefined}
            className={index === current ? 'font-bold' : 'text-ink-3'}
          >
            <span aria-hidden="true">{index < current ? '✓' : index === current ? '▸' : '·'} </span>
            {t(`phase.${phase}`)}
          </li>
        ))}
      </ol>
      {shown.includes('reading') ? (
        <>
          <Bar label={t('board.documents')} {...progress.documents} />
          <Bar label={t('board.passages')} {...progress.passages} />
        </>
      ) : null}
      {progress.questions ? <Bar label={t('board.questions')} {...progress.questions} /> : null}
      {progress.passagesPerSecond !== undefined && progress.secondsLeft !== undefined ? (
        <p className="text-small text-ink-2 tabular-nums">
          {t('board.pace', { perSecond: progress.passagesPerSecond, time: formatDuration(progress.secondsLeft) })}
        </p>
      ) : null}
    </div>
  )
}

function Bar({ label, done, total }: { label: string; done: number; total: number }) {
  const t = useTranslations('admin.board')
  return (
    <div className="grid grid-cols-[5rem_1fr_auto] items-center gap-3 text-small">
      <span className="text-ink-2">{label}</span>
      <progress className="admin-progress" aria-label={label} value={done} max={Math.max(total, 1)} />
      <span className="min-w-24 text-end tabular-nums">{t('of', { done, total })}</span>
    </div>
  )
}
