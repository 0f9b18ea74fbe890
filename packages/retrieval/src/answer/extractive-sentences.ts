import { foldText } from '@shutten/text'
import type { AnalyzedQuestion } from '../question/analyze-question.js'
import type { DraftSentence } from './build-citations.js'
import { decideComparison } from './decide-comparison.js'
import { decideYesNo } from './decide-yes-no.js'
import type { ExtractiveDraft } from './extract-answer.js'
import { findShortAnswer } from './find-short-answer.js'
import { readRecord } from './read-record.js'
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
      const layout = chosen.isItem ? 'item' : i === 0 && (seen.size > 0 || conclusion) ? 'paragraph' : null
      seen.add(key)
      const { probability } = chosen.judgement
      const told = (text: string): DraftSentence => ({
        text,
        evidence: [evidence],
        support: 'supported',
        score: probability,
      })
      const first = (i === 0 || isRow(chosen)) && !conclusion ? tellFirst({ question, chosen }) : null
      const quoted = told(chosen.isItem && i > 0 ? quote(chosen) : nameSubject({ question, chosen }))
      const [begin, ...rest] = first === null ? [quoted] : [told(first), quoted]
      return begin ? [{ ...begin, ...(layout && { layout }) }, ...rest] : []
    }),
  )
  return conclusion ? [conclusion, ...sentences] : sentences
}

const isRow = ({ sentence }: SelectedSentence) => readRecord(sentence.text) !== null

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
  if (!words) return null
  const named = findRowName({ question, chosen }) ?? question.side
  if (named === undefined) return isJapanese ? `${words}です。` : `${words}.`
  return isJapanese ? `${named}は${words}です。` : `${named}: ${words}.`
}

/** The first value of a row, which says what the row is about, where the question does not say it in full. */
function findRowName({ question, chosen }: { question: AnalyzedQuestion; chosen: SelectedSentence }): string | null {
  const value = readRecord(chosen.sentence.text)?.[0]?.value
  if (!value || value.length > maxSubject || foldText(question.text).includes(foldText(value))) return null
  return value
}

/** The number, date or name that answers by itself, in the words of the sentence. */
function findWords({ question, chosen }: { question: AnalyzedQuestion; chosen: SelectedSentence }): string | null {
  const { sentence } = chosen
  if (question.kind === 'definition') return null
  const { span, start } = sentence
  const short = findShortAnswer({
    question: question.text,
    text: sentence.text,
    span: span && { start: span.start - start, end: span.end - start },
  })
  return short && sentence.text.slice(short.start, short.end).trim()
}

/**
 * The sources' words, with the line, heading or title in front that names what the question asks about, where the words
 * leave it out: 「CLIP：任意のテキストを…」.
 */
function nameSubject({ question, chosen }: { question: AnalyzedQuestion; chosen: SelectedSentence }): string {
  const { sentence } = chosen
  const { passage } = sentence.from
  const text = quote(chosen)
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

const quote = ({ sentence, start, end }: SelectedSentence) =>
  sentence.from.passage.text.slice(start, end).replace(/\s+/g, ' ').trim()

function isNameable(part: string): boolean {
  return part.length > 0 && part.length <= maxSubject && !/[。.！？!?]$|[:：]/.test(part)
}
