/** Formats of documents, by what files of them are called. */
export const mediaTypes = [
  ['text/plain', '.txt'],
  ['text/markdown', '.md'],
  ['text/html', '.html'],
  ['text/csv', '.csv'],
  ['application/pdf', '.pdf'],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', '.docx'],
  ['application/vnd.openxmlformats-officedocument.presentationml.presentation', '.pptx'],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', '.xlsx'],
  ['application/epub+zip', '.epub'],
] as const
