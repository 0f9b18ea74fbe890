import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** A file of a model: where it lies, and what it must hold. */
export interface ModelFile {
  /** Absolute. */
  path: string
  bytes: number
  /** Hex. */
  sha256: string
}

export interface EmbeddingModel {
  /** Name and version of the weights. Another version never compares with this one's vectors. */
  id: string
  /** SPDX identifier of the weights' licence. */
  license: string
  derivedFrom: string
  /** Length of a vector. */
  dimension: number
  /** Tokens of one text, the prefix and the two special tokens included. */
  maxTokens: number
  /** What the model was trained to see before a question and before a passage. */
  prefixes: { query: string; passage: string }
  /** `languageMeans`: mean vectors of texts by language and role, for `@shutten/embeddings` to centre vectors by. */
  files: Record<'model' | 'tokenizer' | 'config' | 'tokenizerConfig' | 'languageMeans', ModelFile>
}

// Joined by hand: bundlers rewrite `new URL('…', import.meta.url)` into an asset of their own.
const folder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const manifest = JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8')) as EmbeddingModel

/** The bundled embedder: `manifest.json` of this package, its file paths made absolute. */
export const embeddingModel: EmbeddingModel = {
  ...manifest,
  files: Object.fromEntries(
    Object.entries(manifest.files).map(([name, file]) => [
      name,
      { ...file, path: path.join(folder, 'files', file.path) },
    ]),
  ) as EmbeddingModel['files'],
}
