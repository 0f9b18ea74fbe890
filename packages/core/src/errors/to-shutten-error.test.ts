import { describe, expect, it } from 'vitest'
import { ShuttenError } from './shutten-error.js'
import { toShuttenError } from './to-shutten-error.js'

describe('toShuttenError', () => {
  it('passes a coded error through', () => {
    const error = new ShuttenError({ code: 'INDEX_EMPTY', message: 'm', suggestion: 's' })
    expect(toShuttenError(error)).toBe(error)
    expect(error.httpStatus).toBe(409)
    expect(JSON.parse(JSON.stringify(error))).toEqual({ code: 'INDEX_EMPTY', message: 'm', suggestion: 's' })
  })

  it.each([
    ['ENOSPC', 'DISK_FULL'],
    ['EDQUOT', 'DISK_FULL'],
  ])('knows the system error %s', (code, expected) => {
    expect(toShuttenError(Object.assign(new Error('x'), { code }))).toMatchObject({ code: expected })
  })

  it('knows a cancelled and a timed-out request', () => {
    expect(toShuttenError(new DOMException('x', 'AbortError'))).toMatchObject({ code: 'CANCELLED' })
    expect(toShuttenError(new DOMException('x', 'TimeoutError'))).toMatchObject({ code: 'TIMED_OUT' })
  })

  it('keeps the cause of what it does not know, out of the JSON', () => {
    const cause = new Error('secret path /etc')
    const error = toShuttenError(cause)
    expect(error).toMatchObject({ code: 'INTERNAL', cause })
    expect(Object.keys(error.toJSON())).toEqual(['code', 'message', 'suggestion'])
    expect(toShuttenError('a string')).toMatchObject({ code: 'INTERNAL', message: 'a string' })
  })
})
