import type { LexicalEntry, LexicalHit, LexicalIndex } from '@shutten/core'
import { analyze } from '@shutten/text'
import type { LexicalRanking } from '../lexical-ranking.js'

const fields = ['title', 'headings', 'body'] as const
const most = { title: 3, headings: 3, body: 15 }

/** All that is found, best first. BM25 as its formula reads, entry by entry: what the fast search is held against. Takes no word for another. */
export function naiveSearch({
  entries,
  ranking,
  text,
  within,
  also = [],
}: {
  entries: readonly LexicalEntry[]
  ranking: LexicalRanking
} & Omit<Parameters<LexicalIndex['search']>[0], 'k'>): LexicalHit[] {
  const analyzed = entries.map((entry) => fields.map((field) => analyze(entry[field])))
  const lengths = analyzed.map((parts) => parts.flat().length)
  const average = lengths.reduce((sum, length) => sum + length, 0) / entries.length
  const key = ({ kind, term }: { kind: string; term: string }) => `${kind} ${term}`
  const weights = new Map<string, number>()
  for (const part of [{ text, weight: 1 }, ...also])
    for (const term of analyze(part.text)) weights.set(key(term), Math.max(part.weight, weights.get(key(term)) ?? 0))
  const weighKind = (wanted: string) =>
    wanted.startsWith('bigram ')
      ? ranking.bigram
      : /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(wanted)
        ? ranking.word
        : ranking.latinWord
  const score = (parts: (typeof analyzed)[number], length: number) => {
    let sum = 0
    for (const [wanted, weight] of weights) {
      const held = analyzed.filter((other) => other.flat().some((term) => key(term) === wanted)).length
      const idf = Math.log(1 + (entries.length - held + 0.5) / (held + 0.5))
      const frequency = fields.reduce((total, field, at) => {
        const count = (parts[at] ?? []).filter((term) => key(term) === wanted).length
        return total + ranking[field] * Math.min(count, most[field])
      }, 0)
      const { k1, b } = ranking
      if (frequency > 0)
        sum +=
          (weighKind(wanted) * weight * idf * (k1 + 1) * frequency) /
          (frequency + k1 * (1 - b + (b * length) / average))
    }
    return sum
  }
  const own = new Set(analyze(text).map(key))
  const mostOfAll = [...own].reduce((sum, wanted) => {
    const held = analyzed.filter((other) => other.flat().some((term) => key(term) === wanted)).length
    const idf = Math.log(1 + (entries.length - held + 0.5) / (held + 0.5))
    return sum + weighKind(wanted) * idf * (ranking.k1 + 1)
  }, 0)
  return entries
    .map(({ ordinal }, at) => ({ ordinal, score: score(analyzed[at] ?? [], lengths[at] ?? 0) }))
    .map((hit) => ({ ...hit, share: mostOfAll > 0 ? Math.min(1, hit.score / mostOfAll) : 1 }))
    .filter((hit) => hit.score > 0 && (within?.has(hit.ordinal) ?? true))
    .sort((a, b) => b.score - a.score || a.ordinal - b.ordinal)
}
