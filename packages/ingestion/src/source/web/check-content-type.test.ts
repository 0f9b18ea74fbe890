import { describe, expect, it } from 'vitest'
import { checkContentType } from './check-content-type.js'

const check = (header: string | null, content: string | Uint8Array, uri = 'https://example.com/a') =>
  checkContentType({ uri, header, bytes: Buffer.from(content) })
const pdf = '%PDF-1.7\n%âãÏÓ'
const zip = Buffer.from([0x50, 0x4b, 0x03, 0x04, 0x14, 0x00])
const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a])

describe('the content type of a page', () => {
  it('is what the header says where the bytes do not speak against it', () => {
    expect(check('text/html; charset=Shift_JIS', '<p>x')).toEqual({ mediaType: 'text/html', charset: 'Shift_JIS' })
    expect(check('text/plain', '# x', 'https://example.com/a.md')).toMatchObject({ mediaType: 'text/markdown' })
    expect(check('text/html', '')).toMatchObject({ mediaType: 'text/html' })
    // UTF-16 is full of NUL bytes.
    expect(check('text/html', Buffer.from('<p>日本', 'utf16le'))).toMatchObject({ mediaType: 'text/html' })
  })

  it.each([
    ['text/html', pdf],
    ['text/plain', zip],
    ['text/csv', png],
  ])('%s that is something else is refused', (header, bytes) => {
    expect(() => check(header, bytes)).toThrow(expect.objectContaining({ code: 'SOURCE_TYPE_MISMATCH' }))
  })

  it.each([null, 'application/octet-stream', 'binary/octet-stream'])(
    'is found out from the bytes where the header says %j',
    (header) => {
      expect(check(header, pdf)).toMatchObject({ mediaType: 'application/pdf' })
      expect(check(header, zip)).toMatchObject({ mediaType: 'application/zip' })
      expect(check(header, png)).toMatchObject({ mediaType: null })
      expect(check(header, 'text')).toMatchObject({ mediaType: null })
      expect(check(header, 'a,b', 'https://example.com/a.csv?x')).toMatchObject({ mediaType: 'text/csv' })
      expect(check(header, pdf, 'https://example.com/a.html')).toMatchObject({ mediaType: 'application/pdf' })
    },
  )

  it('that is not read is refused', () => {
    expect(() => check('video/mp4', 'x')).toThrow(expect.objectContaining({ code: 'SOURCE_TYPE_UNSUPPORTED' }))
  })
})
