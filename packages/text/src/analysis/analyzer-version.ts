/**
 * Names the terms that `analyze` makes: an index and a query must carry the same one. ICU brings the word dictionary,
 * which changes with its major versions, so they are part of the name. Raise the number with every change to analysis.
 */
export const analyzerVersion = `2-icu${process.versions.icu?.split('.')[0] ?? ''}`
