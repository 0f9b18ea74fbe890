import { readFile } from 'node:fs/promises'
import { createTokenizer, type Tokenizer, type TokenizerFile } from '../tokenizer/create-tokenizer.js'
import type { ModelFile } from './model-file.js'
import { verifyModelFile } from './verify-model-file.js'

/** Errors: MODEL_FILE_DAMAGED. */
export async function loadTokenizer(file: ModelFile): Promise<Tokenizer> {
  await verifyModelFile(file)
  return createTokenizer(JSON.parse(await readFile(file.path, 'utf8')) as TokenizerFile)
}
