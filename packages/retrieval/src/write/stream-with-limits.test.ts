import { describe, expect, it } from 'vitest'
import { createManualClock } from '../fixtures/create-manual-clock.js'
import { streamWithLimits } from './stream-with-limits.js'

const limits = { firstTokenMs: 10_000, timeoutMs: 60_000 }
const busy = (retryAfter?: string) =>
  Object.assign(new Error('busy'), { status: 429, headers: { ...(retryAfter && { 'retry-after': retryAfter }) } })
const never = new Promise<never>(() => {})

type Attempt = Error | readonly (string | Error | 'hang')[]

/** Each attempt fails at once, or streams; an error among the pieces is thrown there, `hang` waits for ever. */
function createProvider(attempts: readonly Attempt[]) {
  const signals: AbortSignal[] = []
  return {
    signals,
    async open(signal: AbortSignal): Promise<AsyncIterable<string>> {
      const attempt = attempts[signals.length] ?? []
      signals.push(signal)
      if (attempt instanceof Error) throw attempt
      return (async function* () {
        for (const piece of attempt) {
          if (piece instanceof Error) throw piece
          if (piece === 'hang') await never
          yield piece
        }
      })()
    },
  }
}

function open(options: { attempts: readonly Attempt[]; signal?: AbortSignal }) {
  const clock = createManualClock()
  const provider = createProvider(options.attempts)
  const { signal } = options
  const isAnswer = (piece: string) => piece !== ''
  return {
    clock,
    provider,
    stream: streamWithLimits({ id: 'openai:m', open: provider.open, isAnswer, limits, clock, signal }),
  }
}

/** Read to the end, in the background. */
function start(options: { attempts: readonly Attempt[] }) {
  const { stream, ...rest } = open(options)
  const pieces: string[] = []
  const done = (async () => {
    for await (const piece of stream) pieces.push(piece)
  })()
  done.catch(() => {})
  return { ...rest, pieces, done }
}

describe('streamWithLimits', () => {
  it('passes on what comes, and ends the request', async () => {
    const { provider, pieces, done } = start({ attempts: [['', 'a', 'b']] })
    await done
    expect(pieces).toEqual(['', 'a', 'b'])
    expect(provider.signals.map(({ aborted }) => aborted)).toEqual([true])
  })

  it('waits longer before each try', async () => {
    const { clock, provider, pieces, done } = start({ attempts: [busy(), new TypeError('fetch failed'), ['a']] })
    await clock.asked(500)
    clock.advance(500)
    await clock.asked(1_000)
    clock.advance(1_000)
    await done
    expect(pieces).toEqual(['a'])
    expect(provider.signals).toHaveLength(3)
  })

  it('waits as long as it is asked to', async () => {
    const { clock, pieces, done } = start({ attempts: [busy('7'), ['a']] })
    await clock.asked(7_000)
    clock.advance(7_000)
    await done
    expect(pieces).toEqual(['a'])
  })

  it('does not wait beyond the time for the first token', async () => {
    const { clock, provider, done } = start({ attempts: [busy('10'), ['a']] })
    await expect(done).rejects.toMatchObject({ code: 'LLM_UNAVAILABLE', message: expect.stringContaining('429') })
    expect(clock.waits).toEqual([10_000, 60_000])
    expect(provider.signals).toHaveLength(1)
  })

  it('gives up after three tries', async () => {
    const { clock, provider, done } = start({ attempts: [busy(), busy(), busy(), ['a']] })
    await clock.asked(500)
    clock.advance(500)
    await clock.asked(1_000)
    clock.advance(1_000)
    await expect(done).rejects.toMatchObject({ code: 'LLM_UNAVAILABLE' })
    expect(provider.signals).toHaveLength(3)
  })

  it.each([400, 401, 403, 404])('does not ask again after status %i', async (status) => {
    const { provider, done } = start({ attempts: [Object.assign(new Error('no'), { status }), ['a']] })
    await expect(done).rejects.toMatchObject({ code: 'LLM_UNAVAILABLE', message: expect.stringContaining(`${status}`) })
    expect(provider.signals).toHaveLength(1)
  })

  it('asks again after a break before the answer, and not after one within it', async () => {
    const before = start({ attempts: [['', new TypeError('terminated')], ['a']] })
    await before.clock.asked(500)
    before.clock.advance(500)
    await before.done
    expect(before.pieces).toEqual(['', 'a'])

    const within = start({ attempts: [['a', new TypeError('terminated')], ['b']] })
    await expect(within.done).rejects.toMatchObject({ message: expect.stringContaining('broke off') })
    expect(within.pieces).toEqual(['a'])
    expect(within.provider.signals).toHaveLength(1)
  })

  it('gives up a provider that does not begin, whether or not it heeds the signal', async () => {
    const { clock, provider, done } = start({ attempts: [['', 'hang']] })
    await clock.asked(limits.firstTokenMs)
    clock.advance(limits.firstTokenMs)
    await expect(done).rejects.toMatchObject({ code: 'LLM_UNAVAILABLE', message: expect.stringContaining('begin') })
    expect(provider.signals[0]?.aborted).toBe(true)
  })

  it('gives up a provider that does not end, and only then', async () => {
    const { clock, provider, stream } = open({ attempts: [['a', 'hang']] })
    expect((await stream.next()).value).toBe('a')
    const next = stream.next()
    clock.advance(limits.firstTokenMs)
    expect(provider.signals[0]?.aborted).toBe(false)
    clock.advance(limits.timeoutMs - limits.firstTokenMs)
    await expect(next).rejects.toMatchObject({ code: 'LLM_UNAVAILABLE', message: expect.stringContaining('finish') })
    expect(provider.signals[0]?.aborted).toBe(true)
  })

  it('ends with its caller in the middle of a stream', async () => {
    const abort = new AbortController()
    const { provider, stream } = open({ attempts: [['a', 'hang']], signal: abort.signal })
    await stream.next()
    const next = stream.next()
    abort.abort()
    await expect(next).rejects.toMatchObject({ code: 'CANCELLED' })
    expect(provider.signals[0]?.aborted).toBe(true)
  })

  it('ends with its caller between tries', async () => {
    const abort = new AbortController()
    const { clock, stream } = open({ attempts: [busy('5'), ['a']], signal: abort.signal })
    const next = stream.next()
    await clock.asked(5_000)
    abort.abort()
    await expect(next).rejects.toMatchObject({ code: 'CANCELLED' })
  })

  it('does not begin for a caller that is gone', async () => {
    const { provider, stream } = open({ attempts: [['a']], signal: AbortSignal.abort() })
    await expect(stream.next()).rejects.toMatchObject({ code: 'CANCELLED' })
    expect(provider.signals).toHaveLength(0)
  })

  it('ends the request when its caller leaves', async () => {
    const { provider, stream } = open({ attempts: [['a', 'hang']] })
    for await (const piece of stream) {
      expect(piece).toBe('a')
      break
    }
    expect(provider.signals[0]?.aborted).toBe(true)
  })
})
