export { createHnswIndexFactory } from './create-hnsw-index-factory.js'
