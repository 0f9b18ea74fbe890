import { type Answer, type AnswerSentence, type Citation, describePlace } from '@shutten/core'

const marks = {
  ja: {
    partial: '△ 一部のみ出典で確認',
    unsupported: '× 出典で確認できず',
    nearest: '近い記述:',
    ask: 'この出典で答えられる質問:',
  },
  en: {
    partial: '△ Partly confirmed',
    unsupported: '× Not confirmed',
    nearest: 'Nearest passages:',
    ask: 'Questions these sources answer:',
  },
}
const [bold, plain] = ['\u001b[1m', '\u001b[22m']

/** The quote on one line, the deciding words in bold at a terminal. */
function renderQuote({ quote, start, highlights }: Citation, isStyled: boolean): string {
  let text = ''
  let at = 0
  for (const highlight of isStyled ? highlights : []) {
    text += `${quote.slice(at, highlight.start - start)}${bold}${quote.slice(highlight.start - start, highlight.end - start)}${plain}`
    at = highlight.end - start
  }
  return (text + quote.slice(at)).replace(/\s+/g, ' ')
}

function renderCitation(citation: Citation, language: Answer['language'], isStyled: boolean): string {
  const { number, title, headingPath, place, uri, start, end } = citation
  const where = [title, ...headingPath, ...(place ? [describePlace({ place, language })] : [])].join(' › ')
  return `[${number}] ${where}\n    ${uri} [${start}–${end}]\n    「${renderQuote(citation, isStyled)}」`
}

/** What is not confirmed in full is named again: a mark inside the answer would not be its Markdown any more. */
function renderVerdict({ text, support }: AnswerSentence, language: Answer['language']): string[] {
  return support === 'supported' ? [] : [`${marks[language][support]}: ${text}`]
}

export function renderAnswerText(answer: Answer, options: { isStyled?: boolean } = {}): string {
  const { isStyled = false } = options
  const nearest = answer.refusal?.nearest ?? []
  const suggestions = (answer.refusal ?? answer.aside)?.suggestions ?? []
  const verdicts = answer.sentences.flatMap((sentence) => renderVerdict(sentence, answer.language))
  return [
    ...(answer.warnings ?? []).map(({ code, notice }) => `warning[${code}] ${notice}\n`),
    answer.answer,
    ...(verdicts.length > 0 ? ['', ...verdicts] : []),
    ...(answer.citations.length > 0
      ? ['', ...answer.citations.map((one) => renderCitation(one, answer.language, isStyled))]
      : []),
    ...(nearest.length > 0
      ? ['', marks[answer.language].nearest, ...nearest.map((one) => renderCitation(one, answer.language, isStyled))]
      : []),
    ...(suggestions.length > 0 ? ['', marks[answer.language].ask, ...suggestions.map((one) => `  ${one}`)] : []),
  ].join('\n')
}
