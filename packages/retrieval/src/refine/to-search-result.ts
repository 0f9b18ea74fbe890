import { type GenerationPassage, type SearchMatch, type SearchResult, toShownEdits } from '@shutten/core'
import type { MatchFinder } from './create-match-finder.js'
import type { ResultGroup } from './result-group.js'

/** A group as the result that a person reads, with what speaks for it. */
export function toSearchResult(options: {
  group: ResultGroup
  rank: number
  findMatches: MatchFinder
  isReranked: boolean
}): SearchResult {
  const { group, rank, findMatches, isReranked } = options
  const { passage, score, fused, reranked, skipped } = group.best
  const first = group.parts[0] ?? passage
  const last = group.parts.at(-1) ?? passage
  const edits = group.parts.flatMap(({ edits, text, start }) => toShownEdits({ edits, text, from: start }) ?? [])
  const text = group.parts.map((part) => (part === first ? part.text : part.lead + part.text)).join('')
  return {
    rank,
    documentId: passage.documentId,
    passageId: passage.id,
    versionId: passage.versionId,
    title: passage.title,
    headingPath: first.headingPath,
    uri: passage.uri,
    language: passage.language,
    start: first.start,
    end: last.end,
    text,
    score,
    signals: {
      dense: fused.dense,
      lexical: fused.lexical,
      fused: fused.score,
      ...(isReranked && { reranker: reranked }),
      ...(isReranked && skipped && { rerankerSkipped: skipped }),
      matches: explain({ passage: first, text, findMatches }),
    },
    passages: group.parts.map(({ id, start, end }) => ({ passageId: id, start, end })),
    duplicates: group.duplicates.map(({ documentId, id, title, uri }) => ({ documentId, passageId: id, title, uri })),
    ...(edits.length > 0 && { edits }),
  }
}

function explain(options: { passage: GenerationPassage; text: string; findMatches: MatchFinder }): SearchMatch[] {
  const { passage, text, findMatches } = options
  const { title, headingPath, start } = passage
  return [
    ...findMatches(title).map(({ term }): SearchMatch => ({ term, field: 'title', spans: [] })),
    ...findMatches(headingPath.join('\n')).map(({ term }): SearchMatch => ({ term, field: 'headings', spans: [] })),
    ...findMatches(text).map(
      ({ term, spans }): SearchMatch => ({
        term,
        field: 'body',
        spans: spans.map((span) => ({ start: start + span.start, end: start + span.end })),
      }),
    ),
  ]
}
