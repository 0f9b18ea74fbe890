export { createBundledReader } from './create-bundled-reader.js'
