import type { Analyze, Term } from '@shutten/text'
import type { SetDocument } from '../sets/analyzer-set.js'

/** What the score of a term counts, by its kind. */
export interface TermWeights {
  word: number
  /** A word in no Japanese script; it has no bigrams beside it. */
  latinWord: number
  bigram: number
}

export interface MemoryIndex {
  /** A score for each document, 0 where it holds nothing of the query. */
  score(options: {
    text: string
    weights: Readonly<TermWeights>
    also?: readonly { text: string; weight: number }[]
  }): Float64Array
}

const japanese = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u
const k1 = 1.2
const b = 0.75
const fieldWeights = { title: 2, headings: 1.5, body: 1 } as const

/** BM25 in memory, words and bigrams each with their own length of documents, fields weighted before they saturate. */
export function createMemoryIndex(options: { documents: readonly SetDocument[]; analyze: Analyze }): MemoryIndex {
  const { documents, analyze } = options
  const postings = new Map<string, Map<number, number>>()
  const lengths: Record<Term['kind'], Float64Array> = {
    word: new Float64Array(documents.length),
    bigram: new Float64Array(documents.length),
  }
  for (const [position, document] of documents.entries())
    for (const [field, weight] of Object.entries(fieldWeights))
      for (const term of analyze(document[field as keyof typeof fieldWeights])) {
        const key = toKey(term)
        const holders = postings.get(key) ?? new Map<number, number>()
        holders.set(position, (holders.get(position) ?? 0) + weight)
        postings.set(key, holders)
        lengths[term.kind][position] = (lengths[term.kind][position] ?? 0) + 1
      }
  const lengthParts = { word: findLengthParts(lengths.word), bigram: findLengthParts(lengths.bigram) }

  return {
    score({ text, weights, also = [] }) {
      const scores = new Float64Array(documents.length)
      const asked = new Map<string, { kind: Term['kind']; weight: number }>()
      for (const part of [{ text, weight: 1 }, ...also])
        for (const term of analyze(part.text)) {
          const key = toKey(term)
          const weight = part.weight * weigh(term, weights)
          asked.set(key, { kind: term.kind, weight: Math.max(weight, asked.get(key)?.weight ?? 0) })
        }
      for (const [key, { kind, weight }] of asked) {
        const holders = postings.get(key)
        if (!holders || weight === 0) continue
        const rarity = Math.log(1 + (documents.length - holders.size + 0.5) / (holders.size + 0.5))
        for (const [position, frequency] of holders)
          scores[position] =
            (scores[position] ?? 0) +
            (weight * rarity * (k1 + 1) * frequency) / (frequency + (lengthParts[kind][position] ?? 0))
      }
      return scores
    },
  }
}

function weigh({ kind, term }: Term, weights: TermWeights): number {
  return kind === 'word' && !japanese.test(term) ? weights.latinWord : weights[kind]
}

function toKey({ kind, term }: Pick<Term, 'kind' | 'term'>): string {
  return `${kind} ${term}`
}

function findLengthParts(lengths: Float64Array): Float64Array {
  const average = lengths.reduce((sum, length) => sum + length, 0) / lengths.length || 1
  return lengths.map((length) => k1 * (1 - b + (b * length) / average))
}
