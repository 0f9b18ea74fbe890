import type { TextSpan } from '../spans/text-span.js'

/** What index and query are made of. Offsets point into the analysed text as it was given. */
export interface Term extends TextSpan {
  term: string
  kind: 'word' | 'bigram'
}
