export { createGenerationStore } from './create-generation-store.js'
export { describeGenerations } from './describe-generations.js'
