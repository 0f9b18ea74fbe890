import type { Embedder, GenerationPassage } from '@shutten/core'
import { detectLanguage, foldText } from '@shutten/text'
import type { DraftSentence } from '../answer/build-citations.js'
import { analyzeQuestion } from '../question/analyze-question.js'
import { findNames } from './facts/find-names.js'
import { createCosines } from './judge/create-cosines.js'
import { verifyClaim } from './judge/verify-claim.js'
import { verifyCode } from './judge/verify-code.js'
import { parseMarkers } from './markers/parse-markers.js'
import { findHighlights } from './source/find-highlights.js'
import { readSource } from './source/source-text.js'
import { classifySentence, provablePart, withoutChatter } from './stream/classify-sentence.js'
import { splitStream } from './stream/split-stream.js'
import { defaultVerificationSettings, type VerificationSettings } from './verification-settings.js'

/** What becomes of a sentence that no passage holds: left out, or shown as such. */
export type UnsupportedPolicy = 'drop' | 'mark'

/** An item that names nothing is about what the line above its list names, and is checked as such. */
function withLead({ text, lead }: { text: string; lead: string }): string {
  const isJapanese = detectLanguage(text) === 'ja'
  const [subject] = findNames(lead, { isJapanese: detectLanguage(lead) === 'ja' })
  if (!subject || findNames(text, { isJapanese }).length > 0) return text
  const name = lead.slice(subject.start, subject.end)
  return isJapanese ? `${name}は、${text}` : `${name}: ${text}`
}

/** Sentences said again, one after the other, after which a model is taken to be in a loop and stopped. */
const mostRepeats = 8

/**
 * Checks each sentence as it is finished against what it cites and, failing that, against the other passages. A wrong or
 * missing marker becomes the right one; a sentence fused from two passages gets both. Announcements, headings, greetings
 * and repeats are left out without a word; `onDropped` hears of each sentence that stated something no passage holds.
 */
export async function* verifyStream(options: {
  stream: AsyncIterable<string>
  passages: readonly GenerationPassage[]
  embedder: Embedder
  signal?: AbortSignal
  /** As it was asked: tells an echo from an answer, and deciding words from those that were asked for. */
  question?: string
  /** `drop` unless told otherwise. */
  unsupportedSentences?: UnsupportedPolicy
  onDropped?: (sentence: string) => void
  settings?: VerificationSettings
}): AsyncGenerator<DraftSentence, void, undefined> {
  const { passages, question, unsupportedSentences = 'drop', settings = defaultVerificationSettings } = options
  const sources = passages.map(readSource)
  const cosines = createCosines(options)
  const keepsVerdict = question !== undefined && analyzeQuestion(question).kind === 'yes-no'
  const seen = new Set<string>()
  let repeats = 0
  let lead = ''
  let wasBlock = false

  for await (const { text: raw, kind, startsLine, startsBlock, codeLanguage } of splitStream(options.stream)) {
    if (kind === 'code') {
      const draft = verifyCode({ code: raw, language: codeLanguage, passages })
      if (draft.support === 'unsupported' && unsupportedSentences === 'drop') options.onDropped?.(raw)
      else if (!seen.has(draft.text)) yield draft
      seen.add(draft.text)
      wasBlock = true
      continue
    }
    const { text: unmarked, markers } = parseMarkers({ sentence: raw, passages: passages.length })
    const text = withoutChatter(unmarked, { keepsVerdict })
    if (startsLine && kind === 'text') lead = ''
    if (kind === 'heading') {
      lead = text
      continue
    }
    const role = classifySentence({ text, question })
    if (role !== 'claim') {
      if (role === 'connective') lead = text
      continue
    }
    const key = foldText(text)
    if (seen.has(key)) {
      repeats++
      if (repeats >= mostRepeats) return
      continue
    }
    seen.add(key)
    repeats = 0
    const cited = new Set(markers.map((number) => number - 1))
    const claim = provablePart(text)
    const verified = await verifyClaim({
      text: kind === 'item' ? withLead({ text: claim, lead }) : claim,
      sources,
      cited,
      cosines,
      settings,
    })
    if (verified.support === 'unsupported' && unsupportedSentences === 'drop') {
      options.onDropped?.(text)
      continue
    }
    const layout = startsLine
      ? kind === 'item'
        ? 'item'
        : startsBlock || wasBlock
          ? 'paragraph'
          : undefined
      : undefined
    wasBlock = kind === 'item'
    yield {
      text,
      ...(layout && { layout }),
      evidence: verified.evidence.map(({ stretch, said, score }) => ({
        passage: stretch.passage,
        start: stretch.start,
        end: stretch.end,
        score,
        highlights: findHighlights({ said, stretch, question }),
      })),
      support: verified.support,
      score: verified.score,
    }
  }
}
