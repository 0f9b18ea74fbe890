export { createGenerationStore } from './create-generation-store.js'
