import { getEventListeners } from 'node:events'
import { describe, expect, it } from 'vitest'
import { ShuttenError } from './shutten-error.js'
import { untilAborted } from './until-aborted.js'

const never = new Promise<never>(() => {})

describe('untilAborted', () => {
  it('settles as the work does, and leaves no listener behind', async () => {
    const { signal } = new AbortController()
    expect(await untilAborted({ work: Promise.resolve(1), signal: undefined })).toBe(1)
    expect(await untilAborted({ work: Promise.resolve(1), signal })).toBe(1)
    await expect(untilAborted({ work: Promise.reject(new Error('no')), signal })).rejects.toThrow('no')
    expect(getEventListeners(signal, 'abort')).toEqual([])
  })

  it('rejects when the signal fires, or has fired', async () => {
    const stop = new AbortController()
    const waiting = untilAborted({ work: never, signal: stop.signal })
    stop.abort()
    await expect(waiting).rejects.toMatchObject({ code: 'CANCELLED' })
    await expect(untilAborted({ work: never, signal: stop.signal })).rejects.toMatchObject({ code: 'CANCELLED' })
  })

  it('gives the reason where that says more', async () => {
    const reason = new ShuttenError({ code: 'LLM_UNAVAILABLE', message: 'm', suggestion: 's' })
    await expect(untilAborted({ work: never, signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
    const late = new DOMException('late', 'TimeoutError')
    await expect(untilAborted({ work: never, signal: AbortSignal.abort(late) })).rejects.toMatchObject({
      code: 'TIMED_OUT',
    })
  })
})
