import type { IndexContents } from '../file/index-contents.js'

/** Number of a term, by binary search; null when the index does not hold it. */
export function findTerm({
  contents,
  term,
  kind,
}: {
  contents: IndexContents
  term: string
  kind: 'word' | 'bigram'
}): number | null {
  const at = findFirst({ contents, term, kind })
  return at < (kind === 'word' ? contents.words : contents.terms) && compare(contents, at, term) === 0 ? at : null
}

/** The first term of a kind that is not before `term` in the order of the file; the end of the kind where all are. */
export function findFirst({
  contents,
  term,
  kind,
}: {
  contents: IndexContents
  term: string
  kind: 'word' | 'bigram'
}): number {
  let [low, high] = kind === 'word' ? [0, contents.words] : [contents.words, contents.terms]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (compare(contents, middle, term) < 0) low = middle + 1
    else high = middle
  }
  return low
}

/** Below 0: the term of that number comes before `term`. */
function compare({ termStarts, text }: IndexContents, number: number, term: string): number {
  const start = termStarts[number] as number
  const length = (termStarts[number + 1] as number) - start
  const shared = Math.min(length, term.length)
  for (let at = 0; at < shared; at++) {
    const difference = (text[start + at] as number) - term.charCodeAt(at)
    if (difference !== 0) return difference
  }
  return length - term.length
}
