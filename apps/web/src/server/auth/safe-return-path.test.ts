import { describe, expect, it } from 'vitest'
import { safeReturnPath } from './safe-return-path'

describe('safeReturnPath', () => {
  it.each(['/', '/admin', '/admin/documents?q=%E5%9F%BA%E7%9B%A4&page=2', '/c/abc', '/account'])('keeps %s', (path) => {
    expect(safeReturnPath(path)).toBe(path)
  })
  it.each([
    'https://evil.example/admin',
    '//evil.example/admin',
    '/\\evil.example/admin',
    '/admin/../..//evil.example',
    'javascript:alert(1)',
    '/administrator',
    '/api/v1/session',
    '/sign-in',
    undefined,
    ['/admin'],
  ])('refuses %s', (path) => {
    expect(safeReturnPath(path)).toBeNull()
  })
})
