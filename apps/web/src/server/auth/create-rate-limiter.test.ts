import { describe, expect, it } from 'vitest'
import { createRateLimiter } from './create-rate-limiter'

function setUp(options: { limit: number; windowMs: number; maxKeys?: number }) {
  const clock = { time: 1_000_000 }
  return { clock, limiter: createRateLimiter({ ...options, now: () => clock.time }) }
}

const limited = expect.objectContaining({ code: 'RATE_LIMITED' })

describe('createRateLimiter', () => {
  it('lets as many pass as the limit says, in any window', () => {
    const { clock, limiter } = setUp({ limit: 3, windowMs: 1000 })
    limiter.take('a')
    clock.time += 600
    limiter.take('a')
    limiter.take('a')
    expect(() => limiter.take('a')).toThrow(limited)
    clock.time += 400
    limiter.take('a')
    expect(() => limiter.take('a')).toThrow(limited)
  })
  it('says how long to wait', () => {
    const { clock, limiter } = setUp({ limit: 1, windowMs: 10_000 })
    limiter.take('a')
    clock.time += 2500
    expect(() => limiter.take('a')).toThrow(expect.objectContaining({ retryAfterSeconds: 8 }))
  })
  it('does not count what it refused, so that trying on does not lock out for ever', () => {
    const { clock, limiter } = setUp({ limit: 1, windowMs: 1000 })
    limiter.take('a')
    for (let i = 0; i < 5; i++) expect(() => limiter.take('a')).toThrow(limited)
    clock.time += 1000
    expect(() => limiter.take('a')).not.toThrow()
  })
  it('counts keys apart and forgets on reset', () => {
    const { limiter } = setUp({ limit: 1, windowMs: 1000 })
    limiter.take('a')
    limiter.take('b')
    limiter.reset('a')
    expect(() => limiter.take('a')).not.toThrow()
    expect(() => limiter.take('b')).toThrow(limited)
  })
  it('holds only so many keys; the longest silent goes first', () => {
    const { limiter } = setUp({ limit: 1, windowMs: 1000, maxKeys: 2 })
    for (const key of ['a', 'b', 'c']) limiter.take(key)
    expect(() => limiter.take('c')).toThrow(limited)
    expect(() => limiter.take('b')).toThrow(limited)
    expect(() => limiter.take('a')).not.toThrow()
  })
})
