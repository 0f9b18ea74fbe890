import type { ShownEdit } from '../documents/applied-edit.js'
import type { DocumentPlace } from '../documents/document-place.js'
import type { ErrorBody } from '../errors/shutten-error.js'
import type { Language } from '../language/language.js'

export type Support = 'supported' | 'partial' | 'unsupported'

export interface AnswerSentence {
  /** Without markers. */
  text: string
  /** Numbers of the citations that hold it. */
  citations: number[]
  support: Support
  /** 0 to 1: how sure the verdict is that the citations hold the sentence. */
  score: number
}

export interface Citation {
  /** From 1, in order of first use in the answer. */
  number: number
  documentId: string
  passageId: string
  versionId: string
  title: string
  headingPath: string[]
  uri: string
  /** Where the quote begins in its source: the page, slide or row; absent where the source has none. */
  place?: DocumentPlace
  /** `document.text.slice(start, end) === quote`, always. */
  quote: string
  start: number
  end: number
  score: number
  /** The deciding words, as offsets into the document's stored text, inside [start, end]. */
  highlights: { start: number; end: number }[]
  /** What an editor wrote of what is quoted, and what the source says there; absent where it is the source's own words. */
  edits?: ShownEdit[]
}

export interface Refusal {
  reason: 'no-passages' | 'not-in-sources' | 'unsupported' | 'policy'
  /** What the sources do hold, nearest first. */
  nearest: Citation[]
  /** Up to three questions that the sources answer, those passages first, in the question's language; absent where none is known. */
  suggestions?: string[]
  /** For the reason `policy`: what the question was taken for, and how strictly; `answer` says it in words. */
  policy?: { category: string; mode: string }
}

/** What is said to a message that asks nothing of the sources: the assistant's own words. */
export interface Aside {
  /** `sources`: asked what there is to ask about. */
  kind: 'greeting' | 'thanks' | 'farewell' | 'assistant' | 'sources'
  /** Up to three questions that the sources answer, in the message's language; absent where none is known. */
  suggestions?: string[]
}

/** Something that failed, and was done without. */
export interface AnswerWarning extends ErrorBody {
  /** What it means for the answer, in the question's language. */
  notice: string
}

/** What a language model was asked to read and write for an answer. */
export interface AnswerUsage {
  inputTokens: number
  outputTokens: number
  /** By the configured prices, in their currency; absent without prices. */
  cost?: number
  /** The model did not say, as when it broke off: counted here, and rather too much than too little. */
  isEstimated?: true
}

export interface Answer {
  question: string
  status: 'answered' | 'refused'
  language: Language
  /** Markdown; each sentence ends in its markers: 「…です。[1][2]」 */
  answer: string
  /** 0 to 1. */
  confidence: number
  sentences: AnswerSentence[]
  citations: Citation[]
  refusal?: Refusal
  /** A follow-up as a language model put it into words that stand alone, and as it was searched for; absent where none did. */
  rewritten?: string
  /** Present when the message asked nothing of the sources; `sentences` and `citations` are then empty. */
  aside?: Aside
  /**
   * `generator` is `extractive`, `policy`, `aside`, or the provider and model that wrote the answer; `reranker` is null
   * where none ordered the passages.
   */
  model: { generator: string; embedder: string; reranker: string | null }
  generation: string
  conversationId: string | null
  /** A document that it quoted was deleted, and the answer with it: `answer` says so, and nothing else is left. */
  withdrawn?: true
  /** What was left out because something failed, as when the reranker is down; absent when nothing was. */
  warnings?: AnswerWarning[]
  /** Sentences of the language model that no source holds, and that were left out; absent when none was. */
  dropped?: number
  /** Of this very answer; absent where no language model was asked. */
  usage?: AnswerUsage
  /** Whoever asked stopped it: these are the sentences that had come by then. */
  stopped?: true
  /** It was made for the same question before, on the same generation; `timings` are those of finding it again. */
  cached?: true
  timings: Record<string, number>
}

/** What an answer in the making tells, in order; `done` carries the whole answer and is always the last. */
export type AnswerEvent =
  | { type: 'status'; stage: 'searching' | 'reading' | 'writing' }
  /**
   * `layout`: it begins a list item or a paragraph, or is a fence of code with its marks; absent where it goes on from the
   * sentence before it.
   */
  | {
      type: 'sentence'
      index: number
      sentence: AnswerSentence
      citations: Citation[]
      layout?: 'item' | 'paragraph' | 'code'
    }
  /** `turnId` names the turn that was kept, where one was. */
  | { type: 'done'; answer: Answer; turnId?: string }
