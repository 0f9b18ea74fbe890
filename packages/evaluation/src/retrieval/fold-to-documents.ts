/** Document ids in the order of their first passage: a ranking of passages as a ranking of documents. */
export function foldToDocuments(results: readonly { documentId: string }[]): string[] {
  return [...new Set(results.map((result) => result.documentId))]
}
