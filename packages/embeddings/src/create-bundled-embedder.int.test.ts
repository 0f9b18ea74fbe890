import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { embeddingModel } from '@shutten/embedding-model'
import { createModelThread } from '@shutten/onnx'
import { describeEmbedder } from '@shutten/testing'
import { afterAll, expect, test } from 'vitest'
import { createBundledEmbedder } from './create-bundled-embedder.js'

const thread = createModelThread({ embedder: embeddingModel })
const embedder = createBundledEmbedder({ thread })
afterAll(() => thread.close())

const cosine = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, i) => sum + value * (b[i] as number), 0)

describeEmbedder({ name: 'the bundled embedder', create: () => embedder })

test('declares what the model was made with', () => {
  expect(embedder.id).toBe(`${embeddingModel.id}+centred`)
  expect(embedder.limits).toMatchObject({
    maxTokens: 512,
    dimension: 384,
    prefixes: { query: 'query: ', passage: 'passage: ' },
  })
})

test('a sentence and its translation are nearer than any two that say different things', async () => {
  const pairs = [
    ['この写真は昨日京都で撮りました。', 'I took this photo in Kyoto yesterday.'],
    ['彼女は毎朝牛乳を飲む。', 'She drinks milk every morning.'],
    ['その会社は新しい工場を建てる予定だ。', 'The company plans to build a new factory.'],
    ['地震のあと、電車が止まった。', 'The trains stopped after the earthquake.'],
    ['この薬は食後に飲んでください。', 'Please take this medicine after meals.'],
    ['言語モデルは次の単語を予測する。', 'A language model predicts the next word.'],
  ] as const
  const japanese = await embedder.embedPassages(pairs.map(([ja]) => ja))
  const english = await embedder.embedPassages(pairs.map(([, en]) => en))
  japanese.forEach((vector, i) => {
    const nearest = english.map((other) => cosine(vector, other))
    expect(nearest.indexOf(Math.max(...nearest))).toBe(i)
  })
})

test('a question is nearest to the passage that answers it', async () => {
  const passages = [
    '東京タワーは1958年に完成した電波塔で、高さは333メートルである。',
    'Whisperは音声を文字に起こすモデルで、68万時間の音声から学んだ。',
    '寿司は酢飯に魚介などをのせた日本の料理である。',
    'The Great Barrier Reef is the largest coral reef system in the world.',
  ]
  const vectors = await embedder.embedPassages(passages)
  const nearest = async (question: string) => {
    const query = await embedder.embedQuery(question)
    const near = vectors.map((vector) => cosine(query, vector))
    return near.indexOf(Math.max(...near))
  }
  expect(await nearest('音声認識のモデルは何時間のデータで学習しましたか？')).toBe(1)
  expect(await nearest('How tall is Tokyo Tower?')).toBe(0)
  expect(await nearest('世界最大のサンゴ礁はどこですか？')).toBe(3)
})

const similarities = path.resolve(
  path.dirname(fileURLToPath(import.meta.url)),
  '../../../../shared/eval/jsquad/jsts-valid-v1.3.json',
)

test.skipIf(!existsSync(similarities))(
  'agrees with people on how near two sentences are (JSTS, Spearman)',
  async () => {
    const pairs = readFileSync(similarities, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { sentence1: string; sentence2: string; label: number })
      .slice(0, 300)
    const first = await embedder.embedPassages(pairs.map((pair) => pair.sentence1))
    const second = await embedder.embedPassages(pairs.map((pair) => pair.sentence2))
    const near = first.map((vector, i) => cosine(vector, second[i] as Float32Array))
    const labels = pairs.map((pair) => pair.label)
    expect(correlation(ranks(near), ranks(labels))).toBeGreaterThan(0.78)
  },
)

/** Ranks, ties sharing their mean. */
function ranks(values: number[]): number[] {
  return values.map((value) => {
    const below = values.filter((other) => other < value).length
    const equal = values.filter((other) => other === value).length
    return below + (equal - 1) / 2
  })
}

function correlation(a: number[], b: number[]): number {
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const [ma, mb] = [mean(a), mean(b)]
  const product = (x: number[], mx: number, y: number[], my: number) =>
    x.reduce((sum, value, i) => sum + (value - mx) * ((y[i] as number) - my), 0)
  return product(a, ma, b, mb) / Math.sqrt(product(a, ma, a, ma) * product(b, mb, b, mb))
}
