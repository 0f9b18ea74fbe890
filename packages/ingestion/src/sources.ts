// What a process needs that keeps sources and does not visit them: no reader of formats comes along.
export { createSourceManager, type SourceManager, type SourceView } from './manage/create-source-manager.js'
export { createSourcePreviewer, type SourcePreviewer } from './manage/create-source-previewer.js'
export { listNextRuns } from './manage/list-next-runs.js'
export { releaseDocument } from './manage/release-document.js'
export { type ReleasedDocuments, releaseDocuments } from './manage/release-documents.js'
export { formatPassage } from './pipeline/format-passage.js'
export type { LeftOutItem, LeftOutReason, PreviewedItem, SourcePreview } from './preview/source-preview.js'
export type { FetchEvent } from './source/web/fetch-event.js'
