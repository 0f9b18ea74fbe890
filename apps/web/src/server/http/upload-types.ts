/** Endings of the files that can be uploaded, lower case: those that ingestion reads. Written out, since the browser needs them too. */
export const uploadTypes = [
  '.txt',
  '.text',
  '.md',
  '.markdown',
  '.html',
  '.htm',
  '.xhtml',
  '.csv',
  '.tsv',
  '.pdf',
  '.docx',
  '.docm',
  '.pptx',
  '.pptm',
  '.xlsx',
  '.xlsm',
  '.epub',
  '.zip',
] as const

/** Bytes of one upload, all its files together. */
export const maxUploadBytes = 50 * 1024 * 1024
