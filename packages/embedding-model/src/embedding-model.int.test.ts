import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { embeddingModel } from './embedding-model.js'

test.each(Object.entries(embeddingModel.files))('the %s file is the one the manifest names', async (_, file) => {
  expect((await stat(file.path)).size).toBe(file.bytes)
  expect(
    createHash('sha256')
      .update(await readFile(file.path))
      .digest('hex'),
  ).toBe(file.sha256)
})

test('the manifest agrees with the configuration of the model', async () => {
  const config = JSON.parse(await readFile(embeddingModel.files.config.path, 'utf8'))
  expect(embeddingModel.dimension).toBe(config.hidden_size)
  expect(embeddingModel.maxTokens).toBe(config.max_position_embeddings)
  const tokenizer = JSON.parse(await readFile(embeddingModel.files.tokenizer.path, 'utf8'))
  expect(tokenizer.model.vocab).toHaveLength(config.vocab_size)
})
