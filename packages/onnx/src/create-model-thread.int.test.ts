import { execFile } from 'node:child_process'
import { copyFile, truncate, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { promisify } from 'node:util'
import { embeddingModel } from '@shutten/embedding-model'
import { readerModel } from '@shutten/reader-model'
import { createTemporaryFolder } from '@shutten/testing'
import { afterAll, expect, onTestFinished, test } from 'vitest'
import { createModelThread, type ModelThreadOptions } from './create-model-thread.js'

const thread = createModelThread({ embedder: embeddingModel, reader: readerModel })
afterAll(() => thread.close())

const setUp = (options: ModelThreadOptions) => {
  const made = createModelThread(options)
  onTestFinished(() => made.close())
  return made
}
const dot = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, i) => sum + value * (b[i] as number), 0)

test('embeds texts of every length, in order', async () => {
  const texts = Array.from(
    { length: 11 },
    (_, i) => `passage: ${'東京の天気は晴れです。'.repeat(((i * 7) % 11) + 1)}${i}`,
  )
  const together = await thread.embed({ texts })
  for (const [i, text] of texts.entries()) {
    const [alone] = await thread.embed({ texts: [text] })
    expect(dot(together[i] as Float32Array, alone as Float32Array)).toBeGreaterThan(0.995)
  }
})

test('takes any string', async () => {
  const texts = [
    '',
    ' ',
    '\u0000',
    '\ud800',
    'a\udc00b',
    '<s></s><pad>',
    '😀'.repeat(1_000),
    'あ'.repeat(100_000),
    ' '.repeat(100_000),
  ]
  for (const vector of await thread.embed({ texts })) {
    expect(vector).toHaveLength(embeddingModel.dimension)
    expect(Math.hypot(...vector)).toBeCloseTo(1, 4)
  }
  const readings = await thread.read({ question: texts.join(''), passages: texts })
  expect(readings).toHaveLength(texts.length)
  for (const [i, { relevance, span }] of readings.entries()) {
    expect(Number.isFinite(relevance)).toBe(true)
    if (span) expect(texts[i]?.slice(span.start, span.end).trim()).not.toBe('')
    else expect(texts[i]?.trim()).toBe('')
  }
})

test('vectors are the callers own: none shares memory with another', async () => {
  const [a, b] = (await thread.embed({ texts: ['a', 'b'] })) as [Float32Array, Float32Array]
  const first = b[0]
  a.fill(0)
  expect(b[0]).toBe(first)
})

test('a query overtakes passages', async () => {
  const order: string[] = []
  const passages = thread.embed({ texts: Array.from({ length: 24 }, () => '長い文章です。'.repeat(20)) })
  await Promise.all([
    passages.then(() => order.push('passages')),
    thread.embed({ texts: ['query: 天気'], priority: 'query' }).then(() => order.push('query')),
  ])
  expect(order).toEqual(['query', 'passages'])
})

test('a signal cancels passages that wait, and the thread goes on', async () => {
  const controller = new AbortController()
  const cancelled = thread.embed({
    texts: Array.from({ length: 400 }, () => '文章。'.repeat(60)),
    signal: controller.signal,
  })
  controller.abort()
  await expect(cancelled).rejects.toMatchObject({ code: 'CANCELLED' })
  expect(await thread.embed({ texts: ['次'] })).toHaveLength(1)
})

test.each(['model', 'tokenizer'] as const)(
  'a %s file that is cut, changed or missing is named, and a restored one is taken',
  async (name) => {
    const folder = await createTemporaryFolder()
    const original = embeddingModel.files[name]
    const file = { ...original, path: path.join(folder, 'file') }
    const { embed } = setUp({ embedder: { ...embeddingModel, files: { ...embeddingModel.files, [name]: file } } })
    const failure = embed({ texts: ['a'] })
    await expect(failure).rejects.toMatchObject({
      code: 'MODEL_FILE_DAMAGED',
      message: expect.stringContaining('missing'),
    })
    await expect(failure).rejects.toMatchObject({ suggestion: expect.stringContaining('git checkout') })
    await copyFile(original.path, file.path)
    await truncate(file.path, original.bytes - 1)
    await expect(embed({ texts: ['a'] })).rejects.toMatchObject({ code: 'MODEL_FILE_DAMAGED' })
    await writeFile(file.path, Buffer.alloc(original.bytes))
    await expect(embed({ texts: ['a'] })).rejects.toMatchObject({ message: expect.stringContaining('checksum') })
    await copyFile(original.path, file.path)
    expect(await embed({ texts: ['a'] })).toHaveLength(1)
  },
)

test('a thread without a model says so', async () => {
  const { read } = setUp({ embedder: embeddingModel })
  await expect(read({ question: 'a', passages: ['b'] })).rejects.toMatchObject({ code: 'CONFIGURATION_INVALID' })
})

test.each([
  ['ends by itself when the work is done', 'await thread.embed({ texts: ["a"] })', 0],
  [
    'can be ended in the midst of a run',
    'thread.embed({ texts: Array(40).fill("文".repeat(400)) }).catch(() => {}); await thread.embed({ texts: ["a"], priority: "query" }); process.exit(7)',
    7,
  ],
])('a process %s', async (_, script, status) => {
  const require = createRequire(import.meta.url)
  const from = (name: string) => JSON.stringify(require.resolve(name))
  const source = `
    const { createModelThread } = await import(${from('@shutten/onnx')})
    const { embeddingModel } = await import(${from('@shutten/embedding-model')})
    const thread = createModelThread({ embedder: embeddingModel })
    ${script}`
  const run = promisify(execFile)(process.execPath, ['--input-type=module', '-e', source])
  await expect(
    run.then(
      () => 0,
      (error) => error.code,
    ),
  ).resolves.toBe(status)
})
