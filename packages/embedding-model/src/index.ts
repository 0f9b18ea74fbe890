export { type EmbeddingModel, embeddingModel, type ModelFile } from './embedding-model.js'
