export { createBundledEmbedder } from './create-bundled-embedder.js'
export { createCachedEmbedder } from './create-cached-embedder.js'
export { createConfiguredEmbedder } from './create-configured-embedder.js'
export { createLangChainEmbedder } from './create-langchain-embedder.js'
