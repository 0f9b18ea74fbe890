import { analyze, contentTerms, type Term, type TextSpan } from '@shutten/text'

/** A content word of a query and what the analyser makes of it; all offsets are in the query. */
export interface QueryWord extends TextSpan {
  /** As `contentTerms` folds it. */
  term: string
  pieces: Term[]
}

/** The words that a text may be said to match, in order, each once. */
export function findQueryWords(query: string): QueryWord[] {
  const pieces = analyze(query)
  const words = new Map<string, QueryWord>()
  for (const { term, start, end } of contentTerms(query)) {
    if (words.has(term)) continue
    // The analyser's word may go on where the content word ends: 使う for the stem 使.
    const own = pieces.filter((piece) => piece.start >= start && piece.end <= end)
    words.set(term, { term, start, end, pieces: own })
  }
  return [...words.values()].filter((word) => word.pieces.length > 0)
}
