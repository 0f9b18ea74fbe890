/** The binary documents that are read, by short names. */
export const binaryMediaTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  epub: 'application/epub+zip',
  zip: 'application/zip',
} as const

export type BinaryMediaType = (typeof binaryMediaTypes)[keyof typeof binaryMediaTypes]
