import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { embeddingModel } from '@shutten/embedding-model'
import { expect, test } from 'vitest'
import { readerModel } from './reader-model.js'

test.each(Object.entries(readerModel.files))('the %s file is the one the manifest names', async (_, file) => {
  expect((await stat(file.path)).size).toBe(file.bytes)
  expect(
    createHash('sha256')
      .update(await readFile(file.path))
      .digest('hex'),
  ).toBe(file.sha256)
})

test('the reader takes the tokenizer of the embedder and no second copy of it', () => {
  expect(readerModel.files.tokenizer).toBe(embeddingModel.files.tokenizer)
})
