export { createModelThread, type ModelThread, type ModelThreadOptions } from './create-model-thread.js'
export type { Span } from './models/find-best-span.js'
export type { ModelDescription, ModelFile } from './models/model-file.js'
export type { PassageReading } from './models/read-passages.js'
