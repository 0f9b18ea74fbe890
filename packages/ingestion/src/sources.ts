// What a process needs that keeps sources and does not visit them: no reader of formats comes along.
export { createSourceManager, type SourceManager, type SourceView } from './manage/create-source-manager.js'
export { releaseDocument } from './manage/release-document.js'
export { type ReleasedDocuments, releaseDocuments } from './manage/release-documents.js'
export { formatPassage } from './pipeline/format-passage.js'
