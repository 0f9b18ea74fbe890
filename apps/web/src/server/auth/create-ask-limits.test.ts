import { describe, expect, it } from 'vitest'
import { createAskLimits } from './create-ask-limits'

const limited = expect.objectContaining({ code: 'RATE_LIMITED' })

describe('createAskLimits', () => {
  it('gives each account, key and visitor so many a minute, and says how long to wait', () => {
    let now = 0
    const limits = createAskLimits({ perMinute: 2, now: () => now })
    const ask = (id: string) => limits.take({ id, isKnown: true, address: '192.0.2.1' })
    ask('account 1')
    now = 10_000
    ask('account 1')
    expect(() => ask('account 1')).toThrow(expect.objectContaining({ code: 'RATE_LIMITED', retryAfterSeconds: 50 }))
    ask('account 2')
    now = 60_000
    ask('account 1')
    expect(() => ask('account 1')).toThrow(limited)
  })

  it('holds a program that changes its cookie by its address, and no account behind it', () => {
    const limits = createAskLimits({ perMinute: 2, now: () => 0 })
    const address = '192.0.2.1'
    for (let i = 0; i < 10; i++) limits.take({ id: `visitor ${i}`, isKnown: false, address })
    expect(() => limits.take({ id: 'visitor 10', isKnown: false, address })).toThrow(limited)
    limits.take({ id: 'visitor 11', isKnown: false, address: '192.0.2.2' })
    limits.take({ id: 'account 1', isKnown: true, address })
  })

  it('is none at 0', () => {
    const limits = createAskLimits({ perMinute: 0 })
    for (let i = 0; i < 1_000; i++) limits.take({ id: 'account 1', isKnown: false, address: 'a' })
  })
})
