import { foldText } from '@shutten/text'
import type { AnalyzedQuestion } from '../question/analyze-question.js'
import type { DraftSentence } from './build-citations.js'
import { decideComparison } from './decide-comparison.js'
import { decideYesNo } from './decide-yes-no.js'
import type { ExtractiveDraft } from './extract-answer.js'
import { findShortAnswer } from './find-short-answer.js'
import type { SelectedSentence } from './select-sentences.js'
import { toEvidence } from './to-evidence.js'

type Draft = ExtractiveDraft & { question: AnalyzedQuestion }

/** What is put in front of a sentence to say what it is about is no longer than this. */
const maxSubject = 30

/** The chosen stretches of each side, no quote twice; what answers by itself is told first. */
export function extractiveSentences(options: {
  /** As it was asked. */
  question: AnalyzedQuestion
  /** Of the question, or of its sides or parts. */
  drafts: readonly Draft[]
}): DraftSentence[] {
  const { question: asked, drafts } = options
  const conclusion = concludeComparison({ question: asked, drafts })
  const seen = new Set<string>()
  const sentences = drafts.flatMap(({ question, selected, isSufficient }) =>
    (isSufficient ? selected : []).flatMap((chosen, i): DraftSentence[] => {
      const evidence = toEvidence({ selected: chosen, question })
      const key = `${evidence.passage.id}:${evidence.start}`
      if (seen.has(key)) return []
      seen.add(key)
      const { probability } = chosen.judgement
      const told = (text: string): DraftSentence => ({
        text,
        evidence: [evidence],
        support: 'supported',
        score: probability,
      })
      const first = i === 0 && !conclusion ? tellFirst({ question, chosen }) : null
      const quoted = told(nameSubject({ question, chosen }))
      return first === null ? [quoted] : [told(first), quoted]
    }),
  )
  return conclusion ? [conclusion, ...sentences] : sentences
}

/** 「BERTです（2018年10月。CLIPは2021年1月）。」, held by the sentences of both sides. */
function concludeComparison(options: { question: AnalyzedQuestion; drafts: readonly Draft[] }): DraftSentence | null {
  const { question, drafts } = options
  const sides = drafts.flatMap(({ question: { side, ...one }, selected: [chosen], isSufficient }) => {
    const short = side && chosen && isSufficient ? findWords({ question: one, chosen }) : null
    return side && chosen && short ? [{ name: side, words: short, chosen, question: one }] : []
  })
  const [first, second] = sides
  if (!first || !second || sides.length !== drafts.length) return null
  const decided = decideComparison({ question, sides: [first, second] })
  if (!decided) return null
  const other = decided === first ? second : first
  return {
    text:
      question.language === 'ja'
        ? `${decided.name}です（${decided.words}。${other.name}は${other.words}）。`
        : `${decided.name} (${decided.words}; ${other.name}: ${other.words}).`,
    evidence: [first, second].map((one) => toEvidence({ selected: one.chosen, question: one.question })),
    support: 'supported',
    score: Math.min(first.chosen.judgement.probability, second.chosen.judgement.probability),
  }
}

/** 「1750億個です。」, "Yes.", where the evidence decides it and the sentence says more than that. */
function tellFirst({ question, chosen }: { question: AnalyzedQuestion; chosen: SelectedSentence }): string | null {
  const { sentence } = chosen
  const { title, headingPath } = sentence.from.passage
  const isJapanese = question.language === 'ja'
  const decided = decideYesNo({
    question,
    evidence: sentence.text,
    context: [title, ...headingPath, sentence.lead].join('\n'),
  })
  if (decided) return isJapanese ? (decided === 'yes' ? 'はい。' : 'いいえ。') : decided === 'yes' ? 'Yes.' : 'No.'
  const words = findWords({ question, chosen })
  return words && (isJapanese ? `${words}です。` : `${words}.`)
}

/** The number, date or name that answers by itself, in the words of the sentence. */
function findWords({ question, chosen }: { question: AnalyzedQuestion; chosen: SelectedSentence }): string | null {
  const { sentence } = chosen
  if (!sentence.span) return null
  const short = findShortAnswer({
    question: question.text,
    text: sentence.text,
    span: { start: sentence.span.start - sentence.start, end: sentence.span.end - sentence.start },
  })
  return short && sentence.text.slice(short.start, short.end).trim()
}

/**
 * The sources' words, with the line, heading or title in front that names what the question asks about, where the words
 * leave it out: 「CLIP：任意のテキストを…」.
 */
function nameSubject({ question, chosen }: { question: AnalyzedQuestion; chosen: SelectedSentence }): string {
  const { sentence, start, end } = chosen
  const { passage } = sentence.from
  const text = passage.text.slice(start, end).replace(/\s+/g, ' ').trim()
  const said = foldText(text)
  const subjects = (question.names.length > 0 ? question.names : question.terms.slice(0, 1)).map(foldText)
  const missing = subjects.filter((subject) => subject !== '' && !said.includes(subject))
  const above = [sentence.lead, passage.headingPath.at(-1) ?? '', passage.title].map((part) => part.trim())
  const naming =
    above.find((part) => isNameable(part) && missing.some((subject) => foldText(part).includes(subject))) ??
    (isNameable(sentence.lead) && !said.includes(foldText(sentence.lead)) ? sentence.lead : null)
  if (!naming) return text
  return question.language === 'ja' ? `${naming}：${text}` : `${naming}: ${text}`
}

function isNameable(part: string): boolean {
  return part.length > 0 && part.length <= maxSubject && !/[。.！？!?]$|[:：]/.test(part)
}
