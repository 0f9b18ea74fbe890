import { ShuttenError } from '@shutten/core'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { errorResponse } from './error-response'

describe('errorResponse', () => {
  it('gives a coded error with its status', async () => {
    const response = errorResponse(
      new ShuttenError({ code: 'JOB_NOT_FOUND', message: 'There is no job x.', suggestion: 'Look at the list.' }),
    )
    expect(response.status).toBe(404)
    expect(await response.json()).toEqual({
      error: { code: 'JOB_NOT_FOUND', message: 'There is no job x.', suggestion: 'Look at the list.' },
    })
  })
  it('keeps what it does not know to the log', async () => {
    const log = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    onTestFinished(() => log.mockRestore())
    const response = errorResponse(new Error('secret path /etc/x'))
    const text = await response.text()
    expect(response.status).toBe(500)
    expect(text).not.toContain('secret')
    const entry = JSON.parse(String(log.mock.calls[0]?.[0]))
    expect(entry.detail).toContain('secret path')
    expect(text).toContain(entry.reference)
  })
  it('says when to come back', () => {
    const error = new ShuttenError({ code: 'RATE_LIMITED', message: 'Too many attempts.', suggestion: 'Wait.' })
    const response = errorResponse(Object.assign(error, { retryAfterSeconds: 42 }))
    expect(response.status).toBe(429)
    expect(response.headers.get('Retry-After')).toBe('42')
  })
})
