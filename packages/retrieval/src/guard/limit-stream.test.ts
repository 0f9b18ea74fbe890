import { describe, expect, it } from 'vitest'
import { limitStream } from './limit-stream.js'

async function collect(pieces: Iterable<string>): Promise<{ text: string; code: string | null }> {
  let text = ''
  async function* stream() {
    yield* pieces
  }
  try {
    for await (const piece of limitStream({ stream: stream(), id: 'm' })) text += piece
  } catch (error) {
    return { text, code: (error as { code: string }).code }
  }
  return { text, code: null }
}

function* forever(make: (at: number) => string) {
  for (let at = 0; ; at++) yield make(at)
}

describe('limitStream', () => {
  it('leaves an answer as it is', async () => {
    const pieces = Array.from({ length: 60 }, (_, at) => `第${at}の文である。[1]`)
    expect(await collect(pieces)).toEqual({ text: pieces.join(''), code: null })
  })

  it('stops a model that repeats itself', async () => {
    const { text, code } = await collect(forever(() => '橋は長い。'))
    expect(code).toBe('LLM_UNAVAILABLE')
    expect(text.length).toBeLessThan(1_000)
  })

  it('stops a model that never ends', async () => {
    const { text, code } = await collect(forever((at) => `${at}, `))
    expect(code).toBe('LLM_UNAVAILABLE')
    expect(text.length).toBeLessThanOrEqual(8_000)
  })
})
