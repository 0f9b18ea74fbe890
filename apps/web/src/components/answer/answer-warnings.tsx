import type { Answer } from '@shutten/core'

/** What failed and was done without, in the question's language. */
export function AnswerWarnings({ answer }: { answer: Answer }) {
  return (answer.warnings ?? []).map(({ code, notice }) => (
    <p key={code} className="mt-4 border-s-2 border-rule ps-4 text-small text-ink-2" lang={answer.language} role="note">
      {notice}
    </p>
  ))
}
