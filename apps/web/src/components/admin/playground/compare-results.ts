import type { Exploration } from '@shutten/retrieval'

type Result = Exploration['results'][number]

/** A passage that either side gives as a result, and where. */
export interface ComparedResult {
  /** Of the side that has it higher. */
  result: Result
  a: number | null
  b: number | null
}

/** The results of both sides, each once, in the order of `a` and then of `b`. A result is told by its best passage's place in its document. */
export function compareResults(a: Pick<Exploration, 'results'>, b: Pick<Exploration, 'results'>): ComparedResult[] {
  // Passage ids differ between generations where a document was cut anew; what is shown of it is the same.
  const keyOf = ({ documentId, passageId, passages, ...whole }: Result) => {
    // What is read with it may differ between the sides.
    const { start, end } = passages.find((part) => part.passageId === passageId) ?? whole
    return `${documentId} ${start} ${end}`
  }
  const inB = new Map(b.results.map((result) => [keyOf(result), result]))
  const both = a.results.map(
    (result): ComparedResult => ({ result, a: result.rank, b: inB.get(keyOf(result))?.rank ?? null }),
  )
  const inA = new Set(a.results.map(keyOf))
  const onlyB = b.results.filter((result) => !inA.has(keyOf(result)))
  return [...both, ...onlyB.map((result): ComparedResult => ({ result, a: null, b: result.rank }))]
}
