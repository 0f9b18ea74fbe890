import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitStream } from './split-stream.js'

async function collect(pieces: readonly string[]): Promise<string[]> {
  const sentences: string[] = []
  async function* stream() {
    yield* pieces
  }
  for await (const sentence of splitStream(stream())) sentences.push(sentence.trim())
  return sentences
}

const text = 'BERTは2018年に発表された。[1] GPT-3は1,750億個のパラメータを持つ。【2】[3]二つは違う。'
const expected = ['BERTは2018年に発表された。[1]', 'GPT-3は1,750億個のパラメータを持つ。【2】[3]', '二つは違う。']

describe('splitStream', () => {
  it('keeps the markers that follow a stop with their sentence', async () => {
    expect(await collect([text])).toEqual(expected)
  })

  it('gives the same sentences however the text is cut into pieces', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: text.length }), { maxLength: 20 }), async (cuts) => {
        const places = [0, ...cuts, text.length].sort((a, b) => a - b)
        const pieces = places.slice(1).map((end, i) => text.slice(places[i], end))
        expect(await collect(pieces)).toEqual(expected)
      }),
    )
  })

  it('gives nothing for an empty stream', async () => {
    expect(await collect([])).toEqual([])
    expect(await collect(['', ' \n'])).toEqual([])
  })

  it('gives a last sentence without a stop', async () => {
    expect(await collect(['途中で', '終わる'])).toEqual(['途中で終わる'])
  })
})
