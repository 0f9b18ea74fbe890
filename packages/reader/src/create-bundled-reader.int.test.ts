import { createModelThread } from '@shutten/onnx'
import { readerModel } from '@shutten/reader-model'
import { afterAll, expect, test } from 'vitest'
import { createBundledReader } from './create-bundled-reader.js'

const thread = createModelThread({ reader: readerModel })
const reader = createBundledReader({ thread })
afterAll(() => thread.close())

const passages = [
  'BERTは、Googleの研究者ジェイコブ・デブリンらが2018年10月に発表した言語モデルである。文の左右両方の文脈を同時に見るマスク言語モデルとして事前学習された。',
  'GPT-3は、OpenAIが2020年に発表した大規模言語モデルで、1750億個のパラメータを持つ。少数の例を与えるだけで多くの課題をこなした。',
  'Whisperは、インターネットから集めた68万時間の音声で学習した音声認識モデルである。日本語を含む多くの言語を文字に起こし、英語へ訳すこともできる。',
  'YOLOXは、旷視科技(Megvii)が2021年に公開した物体検出モデルである。アンカーを使わず、検出ヘッドを分類と位置の二つに分けた。',
  'Stable Diffusionは、潜在空間で拡散過程を行う画像生成モデルである。ミュンヘン大学の研究グループが開発し、2022年8月に公開された。',
  '異常検知の手法PaDiMは、正常な画像だけから特徴の分布を推定し、マハラノビス距離で異常を見つける。',
]

const readAll = (question: string) => reader.read({ question, passages })
const best = <T extends { relevance: number }>(readings: readonly T[]) =>
  readings.reduce((most, one, i) => (one.relevance > (readings[most] as T).relevance ? i : most), 0)
const answerOf = async (question: string) => {
  const readings = await readAll(question)
  const index = best(readings)
  const answer = readings[index]?.answer
  return { index, text: answer && passages[index]?.slice(answer.start, answer.end), readings }
}

test.each([
  ['BERTを発表したのはどこの研究者ですか？', 0, /Google/],
  ['BERTが発表されたのはいつですか？', 0, /2018年10月/],
  ['GPT-3のパラメータはいくつですか？', 1, /^1750億/],
  ['Whisperは何時間の音声で学習しましたか？', 2, /^68万時間/],
  ['YOLOXを公開した会社はどこですか？', 3, /旷視科技|Megvii/],
  ['Stable Diffusionはいつ公開されましたか？', 4, /2022年8月/],
  ['PaDiMはどんな距離で異常を見つけますか？', 5, /^マハラノビス距離/],
])('%s', async (question, index, answer) => {
  const found = await answerOf(question)
  expect(found.index).toBe(index)
  expect(found.text).toMatch(answer)
  // A logit of 0 is no threshold: the evidence models weigh it with what else is known (docs/answers.md).
  const right = found.readings[index]?.relevance ?? 0
  expect(right).toBeGreaterThan(-1)
  for (const [i, { relevance }] of found.readings.entries())
    if (i !== index) expect(relevance).toBeLessThan(Math.min(0, right - 2))
})

test('an English question finds the Japanese passage', async () => {
  const found = await answerOf('How many hours of audio was Whisper trained on?')
  expect(found.index).toBe(2)
  expect(found.text).toMatch(/68万時間/)
})

test('a question that no passage answers has no passage of positive relevance', async () => {
  for (const question of ['富士山の標高は何メートルですか？', '最初の東京オリンピックは何年に開かれましたか？'])
    for (const { relevance } of await readAll(question)) expect(relevance).toBeLessThan(0)
})

test('a question about one thing is not answered by the number of another', async () => {
  const [gpt3, palm] = await Promise.all([
    reader.read({ question: 'GPT-3のパラメータ数はいくつですか？', passages: passages.slice(1, 2) }),
    reader.read({ question: 'PaLMのパラメータ数はいくつですか？', passages: passages.slice(1, 2) }),
  ])
  expect(gpt3[0]?.relevance).toBeGreaterThan((palm[0]?.relevance ?? 0) + 2)
})

test('readings come in the order of the passages, whatever their length', async () => {
  const question = 'GPT-3のパラメータはいくつですか？'
  const mixed = [...passages, '短い。', (passages[1] as string).repeat(3), '', ' \n '].reverse()
  const together = await reader.read({ question, passages: mixed })
  for (const [i, passage] of mixed.entries()) {
    const [alone] = await reader.read({ question, passages: [passage] })
    // The products are in int8, scaled by the batch: the same passage comes out a little different beside another one.
    expect(together[i]?.relevance).toBeGreaterThan((alone?.relevance ?? 0) - 0.75)
    expect(together[i]?.relevance).toBeLessThan((alone?.relevance ?? 0) + 0.75)
  }
})

test.each([
  [
    'full-width letters and digits',
    'ＧＰＴ－３は、ＯｐｅｎＡＩが発表した。パラメータの数は',
    '１７５０億個',
    'である。',
  ],
  ['half-width kana', 'GPT-3ﾊ､OpenAIｶﾞﾊｯﾋﾟｮｳｼﾀﾓﾃﾞﾙﾃﾞ､ﾊﾟﾗﾒｰﾀﾉｶｽﾞﾊ', '1750億個', 'ﾃﾞｱﾙ｡'],
  [
    'characters that become several',
    '㍻の次の年号に㈱OpenAIがﬁrst版の①GPT-3を出した。パラメータの数は',
    '1750億個',
    'である。',
  ],
  [
    'blanks and line breaks',
    '\n\n  \u3000GPT-3は   大きい。\r\n\r\nGPT-3のパラメータの数は \n',
    '1750億個',
    '  \nである。',
  ],
  [
    'emoji and astral characters',
    '👨\u200d👩\u200d👧🇯🇵𠮷野さんの話。😀GPT-3のパラメータの数は',
    '1750億個',
    'です👍🏽。',
  ],
  ['combining marks', 'か\u3099んは\u309a cafe\u0301。GPT-3のパラメータの数は', '1750億個', 'である。'],
])('the span is at the right characters behind %s', async (_, before, answer, after) => {
  const passage = before + answer + after
  const [reading] = await reader.read({ question: 'GPT-3のパラメータの数はいくつですか？', passages: [passage] })
  const { start, end } = reading?.answer ?? { start: 0, end: 0 }
  const text = passage.slice(start, end)
  expect(text).toBe(text.trim())
  expect(text.replace(/個$/, '')).toBe(answer.replace(/個$/, ''))
  expect(start).toBe(before.length)
})

test('only the passage is cut: a long question still leaves room for it', async () => {
  const question = `${'とても長い前置きがあります。'.repeat(300)}`
  const [reading] = await reader.read({ question, passages: [passages[0] as string] })
  expect(reading?.answer).not.toBeNull()
  const beyond = 'これは関係のない文である。'.repeat(100)
  const [cut] = await reader.read({ question: 'GPT-3のパラメータの数は？', passages: [beyond + passages[1]] })
  expect(cut?.answer?.end).toBeLessThan(beyond.length)
})

test('nothing to read gives nothing', async () => {
  expect(await reader.read({ question: 'BERTとは？', passages: [] })).toEqual([])
  const [blank] = await reader.read({ question: 'BERTとは？', passages: [' \n\u3000'] })
  expect(blank?.answer).toBeNull()
})

test('a signal that fires rejects with CANCELLED', async () => {
  const signal = AbortSignal.abort()
  await expect(reader.read({ question: 'BERTとは？', passages, signal })).rejects.toMatchObject({ code: 'CANCELLED' })
})
