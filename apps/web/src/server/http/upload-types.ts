/** Endings of the files that can be uploaded, lower case. */
export const uploadTypes = ['.md', '.markdown', '.txt', '.html', '.htm'] as const

/** Bytes of one upload, all its files together. */
export const maxUploadBytes = 20 * 1024 * 1024
