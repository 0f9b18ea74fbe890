/**
 * A ranking of passages as one of documents: ids in the order of their first passage. The documents of near-duplicates
 * that a result stands for follow its own.
 */
export function foldToDocuments(
  results: readonly { documentId: string; duplicates?: readonly { documentId: string }[] }[],
): string[] {
  return [
    ...new Set(
      results.flatMap(({ documentId, duplicates = [] }) => [
        documentId,
        ...duplicates.map((other) => other.documentId),
      ]),
    ),
  ]
}
