import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { uploadPath } from './upload-path'

describe('uploadPath', () => {
  it('keeps names and folders', () => {
    expect(uploadPath('報告書 2026.md')).toBe('報告書 2026.md')
    expect(uploadPath('notes/a/b.TXT')).toBe(path.join('notes', 'a', 'b.TXT'))
    // か and ゙ as macOS sends them.
    expect(uploadPath('\u304b\u3099.md')).toBe('\u304c.md')
  })
  it.each(['../../etc/passwd.txt', '..\\..\\x.txt', '/etc/x.txt', 'a/./../x.txt', '.partial-1.txt'])(
    'stays inside the folder: %s',
    (name) => {
      expect(path.resolve('/uploads', uploadPath(name))).toMatch(/^\/uploads\/[^.]/)
    },
  )
  it('never leaves the folder, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (name) => {
        const target = path.resolve('/uploads', uploadPath(`${name}/x.md`))
        expect(target.startsWith('/uploads/')).toBe(true)
        for (const segment of target.split('/').slice(2)) expect(Buffer.byteLength(segment)).toBeLessThanOrEqual(200)
      }),
    )
  })
  it('shortens a long name and keeps its ending', () => {
    const name = uploadPath(`${'長'.repeat(300)}.html`)
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200)
    expect(name).toMatch(/^長+\.html$/)
  })
  it.each(['scan.tiff', 'program', 'archive.md.7z'])('refuses %s', (name) => {
    expect(() => uploadPath(name)).toThrow(expect.objectContaining({ code: 'SOURCE_TYPE_UNSUPPORTED' }))
  })
  it.each(['', '/', '../..'])('refuses a name that is none: “%s”', (name) => {
    expect(() => uploadPath(name)).toThrow(expect.objectContaining({ code: 'INPUT_INVALID' }))
  })
})
