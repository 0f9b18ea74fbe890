import type { Answer, Citation } from '@shutten/core'

const renderCitation = ({ number, title, headingPath, uri, start, end, quote }: Citation) =>
  `[${number}] ${[title, ...headingPath].join(' › ')}\n    ${uri} [${start}–${end}]\n    「${quote.replace(/\s+/g, ' ')}」`

export function renderAnswerText(answer: Answer): string {
  const nearest = answer.refusal?.nearest ?? []
  return [
    ...(answer.warnings ?? []).map(({ code, notice }) => `warning[${code}] ${notice}\n`),
    answer.answer,
    ...(answer.citations.length > 0 ? ['', ...answer.citations.map(renderCitation)] : []),
    ...(nearest.length > 0
      ? ['', answer.language === 'ja' ? '近い記述:' : 'Nearest passages:', ...nearest.map(renderCitation)]
      : []),
  ].join('\n')
}
