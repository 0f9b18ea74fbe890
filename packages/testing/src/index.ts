export { createTemporaryFolder } from './create-temporary-folder.js'
