import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { embeddingModel, type ModelFile } from '@shutten/embedding-model'

export interface ReaderModel {
  /** Name and version of the weights. */
  id: string
  /** SPDX identifier of the weights' licence. */
  license: string
  derivedFrom: string
  trainedOn: string
  /** Tokens of question and passage together, the four special tokens included. */
  maxTokens: number
  /** The tokenizer is the embedder's own file. */
  files: Record<'model' | 'tokenizer', ModelFile>
}

interface ReaderManifest extends Omit<ReaderModel, 'files'> {
  /** Id of the embedding model whose tokenizer made the token ids. */
  tokenizer: string
  files: { model: ModelFile }
}

// Joined by hand: bundlers rewrite `new URL('…', import.meta.url)` into an asset of their own.
const folder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const { tokenizer, files, ...manifest } = JSON.parse(
  readFileSync(path.join(folder, 'manifest.json'), 'utf8'),
) as ReaderManifest

if (tokenizer !== embeddingModel.id)
  throw new Error(`The reader was trained with the tokenizer of ${tokenizer}; ${embeddingModel.id} is installed.`)

/** The bundled reader: `manifest.json` of this package, its file paths made absolute. */
export const readerModel: ReaderModel = {
  ...manifest,
  files: {
    model: { ...files.model, path: path.join(folder, 'files', files.model.path) },
    tokenizer: embeddingModel.files.tokenizer,
  },
}
