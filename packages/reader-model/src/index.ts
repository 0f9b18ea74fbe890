export { type ReaderModel, readerModel } from './reader-model.js'
