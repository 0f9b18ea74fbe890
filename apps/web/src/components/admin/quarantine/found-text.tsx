import type { HygieneFinding } from '@shutten/core'
import { useTranslations } from 'next-intl'
import { markFindings } from '@/documents/mark-findings'
import { revealInvisible } from '@/documents/reveal-invisible'

/** A stretch of a text that is held back, the very characters of each finding marked, those that cannot be seen named. */
export function FoundText(options: {
  text: string
  start: number
  end: number
  findings: readonly HygieneFinding[]
  /** Numbers of the findings, as they are listed beside the text; none are shown without. */
  numbers?: readonly number[]
}) {
  const { text, start, end, findings, numbers } = options
  const t = useTranslations('admin.quarantine')
  return markFindings({ start, end, findings }).map((segment) => {
    const words = revealInvisible(text.slice(segment.start, segment.end)).map((part, i) =>
      'text' in part ? (
        part.text
      ) : (
        <code key={i} className="admin-code-point">
          {part.times > 1 ? t('codePoints', { codePoint: part.codePoint, times: part.times }) : part.codePoint}
        </code>
      ),
    )
    if (segment.findings.length === 0) return <span key={segment.start}>{words}</span>
    const held = segment.findings.map((index) => findings[index])
    const isHeld = held.some((finding) => finding?.action === 'quarantine')
    const begun = segment.findings.filter((index) => findings[index]?.start === segment.start)
    return (
      <mark key={segment.start} className="admin-finding" data-action={isHeld ? 'quarantine' : 'mask'}>
        {numbers && begun.length > 0 ? <sup>{begun.map((index) => numbers[index]).join(' ')}</sup> : null}
        {words}
      </mark>
    )
  })
}
