import Encoding from 'encoding-japanese'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeText } from './decode-text.js'
import { findInvalidUtf8 } from './find-invalid-utf8.js'

const uri = 'file:///articles/a.txt'
const article =
  '基盤モデル（Foundation Model）とは、大量のデータから学習することで、高い汎化性能を獲得したAIのことです。\nスタンフォード大学が提唱しました。'
const encode = (text: string, to: 'SJIS' | 'EUCJP' | 'JIS') =>
  Uint8Array.from(Encoding.convert(text, { to, from: 'UNICODE', type: 'array' }) as unknown as number[])
const utf16 = (text: string, order: 'le' | 'be') => {
  const bytes = Buffer.from(text, 'utf16le')
  return new Uint8Array(order === 'be' ? bytes.swap16() : bytes)
}
const utf8 = (text: string) => new TextEncoder().encode(text)
const decode = (bytes: Uint8Array) => decodeText({ bytes, uri })
const codeOf = (bytes: Uint8Array, options = {}) => {
  try {
    decodeText({ bytes, uri, ...options })
  } catch (error) {
    return error as { code: string; message: string; suggestion: string }
  }
  throw new Error('it was decoded')
}

describe('encodings', () => {
  it.each([
    ['UTF-8', utf8(article), 'utf-8'],
    ['UTF-8 with BOM', utf8(`\ufeff${article}`), 'utf-8'],
    ['UTF-16LE with BOM', utf16(`\ufeff${article}`, 'le'), 'utf-16le'],
    ['UTF-16BE with BOM', utf16(`\ufeff${article}`, 'be'), 'utf-16be'],
    ['UTF-16LE without BOM', utf16(article, 'le'), 'utf-16le'],
    ['UTF-16BE without BOM', utf16(article, 'be'), 'utf-16be'],
    ['Shift_JIS', encode(article, 'SJIS'), 'shift_jis'],
    ['EUC-JP', encode(article, 'EUCJP'), 'euc-jp'],
    ['ISO-2022-JP', encode(article, 'JIS'), 'iso-2022-jp'],
  ])('reads %s', (_name, bytes, encoding) => {
    expect(decode(bytes)).toEqual({ text: article, encoding })
  })

  it.each(['それは、', '概要', 'カタログ', '日本語の文章です。', '東京都', 'データ'])(
    'tells Shift_JIS and EUC-JP apart on the short text %s',
    (text) => {
      expect(decode(encode(text, 'SJIS'))).toEqual({ text, encoding: 'shift_jis' })
      expect(decode(encode(text, 'EUCJP'))).toEqual({ text, encoding: 'euc-jp' })
    },
  )

  it('reads the extensions of code page 932 and half-width kana', () => {
    const text = '①㈱テスト～－の説明、ﾊﾝｶｸｶﾅも読む。'
    expect(decode(encode(text, 'SJIS'))).toEqual({ text, encoding: 'shift_jis' })
    expect(decode(encode(text, 'EUCJP'))).toEqual({ text, encoding: 'euc-jp' })
    expect(decode(Uint8Array.of(0xfb, 0xfc, 0x8b, 0xb4, 0x82, 0xb3, 0x82, 0xf1)).text).toBe('髙橋さん')
  })

  it('keeps a backslash and a tilde of Shift_JIS as they are', () => {
    expect(decode(encode('パスは C:\\temp と ~/temp です', 'SJIS')).text).toBe('パスは C:\\temp と ~/temp です')
  })

  it('reads UTF-16 without BOM that holds no ASCII at all', () => {
    expect(decode(utf16('これはひらがなとカタカナと漢字の文です。', 'le')).encoding).toBe('utf-16le')
    expect(decode(utf16('これはひらがなとカタカナと漢字の文です。', 'be')).encoding).toBe('utf-16be')
  })

  it('honours the charset of a page and of a header', () => {
    const page = `<html><head><meta charset="Shift_JIS"><title>旧字體</title></head></html>`
    expect(decode(encode(page, 'SJIS')).encoding).toBe('shift_jis')
    const latin = Uint8Array.of(0x63, 0x61, 0x66, 0xe9)
    expect(codeOf(latin).code).toBe('SOURCE_ENCODING')
    expect(decodeText({ bytes: latin, uri, charset: 'iso-8859-1' }).text).toBe('café')
  })

  it('believes the bytes more than a stale meta charset', () => {
    const page = `<html><meta charset="shift_jis"><p>${article}</p></html>`
    expect(decode(utf8(page)).encoding).toBe('utf-8')
  })
})

describe('what cannot be read', () => {
  it('names the first invalid byte and never guesses Shift_JIS from broken UTF-8', () => {
    const whole = utf8(article)
    const at = utf8('基盤モデル').length
    const broken = Uint8Array.from([...whole.subarray(0, at), 0xff, ...whole.subarray(at)])
    const error = codeOf(broken)
    expect(error.code).toBe('SOURCE_ENCODING')
    expect(error.message).toContain(`offset ${at} `)
    expect(error.suggestion).toContain('UTF-8')
  })

  it('refuses every truncation in the middle of a character', () => {
    for (const text of ['基盤モデルとは、大量のデータ', 'ひらがなだけの文', 'カタカナ', '漢字仮名交文']) {
      const bytes = utf8(text)
      for (const cut of [1, 2]) {
        expect(codeOf(bytes.subarray(0, bytes.length - cut)).code).toBe('SOURCE_ENCODING')
        expect(codeOf(bytes.subarray(cut)).code).toBe('SOURCE_ENCODING')
      }
    }
  })

  it('refuses Latin-1', () => {
    expect(codeOf(Buffer.from('Le café est ouvert à midi, déjà vu, señor, Zürich.', 'latin1')).code).toBe(
      'SOURCE_ENCODING',
    )
  })

  it('refuses damaged UTF-16 and UTF-32', () => {
    expect(codeOf(Uint8Array.of(0xff, 0xfe, 0x42, 0x30, 0x00, 0xd8)).code).toBe('SOURCE_ENCODING')
    expect(codeOf(Uint8Array.of(0xff, 0xfe, 0, 0, 0x42, 0x30, 0, 0)).code).toBe('SOURCE_ENCODING')
  })

  it.each([
    ['PNG', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]],
    ['PDF', [...Buffer.from('%PDF-1.7\n%text that follows')]],
    ['ZIP', [0x50, 0x4b, 3, 4, 20, 0, 0, 0]],
    ['ELF', [0x7f, 0x45, 0x4c, 0x46, 2, 1, 1]],
    ['NUL', [0x61, 0, 0, 0, 0x62, 7, 3]],
    ['controls', [...Array(64).keys()].map((at) => (at % 8 === 0 ? 0x61 : 1 + (at % 7)))],
  ])('tells %s as binary', (_name, bytes) => {
    expect(codeOf(Uint8Array.from(bytes)).code).toBe('SOURCE_BINARY')
  })

  it('does not take random bytes for text', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 400, maxLength: 800 }), (bytes) => {
        expect(['SOURCE_BINARY', 'SOURCE_ENCODING']).toContain(codeOf(bytes).code)
      }),
    )
  })

  it.each([
    ['nothing', ''],
    ['a BOM', '\ufeff'],
    ['white space', ' \r\n\t\u3000\n'],
    ['invisible characters', '\u200b\ufeff\u00ad'],
  ])('calls %s empty', (_name, text) => {
    expect(codeOf(utf8(text)).code).toBe('SOURCE_EMPTY')
  })

  it('has a size limit', () => {
    expect(codeOf(utf8('あいう'), { maxBytes: 8 }).code).toBe('SOURCE_TOO_LARGE')
    expect(decodeText({ bytes: utf8('あいう'), uri, maxBytes: 9 }).text).toBe('あいう')
  })
})

describe('the text that comes out', () => {
  it('is NFC with line feeds and without control characters', () => {
    expect(decode(utf8('か\u3099き\r\nく\rけ\u2028こ\u0007\u001b[31mさ\u001b[0m\u202e\ufffe')).text).toBe(
      'がき\nく\nけ\nこさ',
    )
  })

  it('survives every Unicode text as its clean form', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (text) => {
        const bytes = utf8(`\ufeff文${text}`)
        let decoded: string
        try {
          decoded = decode(bytes).text
        } catch (error) {
          expect((error as { code: string }).code).toBe('SOURCE_BINARY')
          return
        }
        expect(decoded).toBe(decoded.normalize('NFC'))
        expect(decoded).not.toMatch(/(?![\n\t])\p{Cc}|\p{Cs}|\ufeff/u)
      }),
    )
  })

  it('finds the first invalid byte exactly where a strict decoder fails', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 12 }), (bytes) => {
        const at = findInvalidUtf8(bytes)
        const strict = (part: Uint8Array) => new TextDecoder('utf-8', { fatal: true }).decode(part)
        if (at === -1) expect(() => strict(bytes)).not.toThrow()
        else {
          expect(() => strict(bytes)).toThrow()
          expect(() => strict(bytes.subarray(0, at))).not.toThrow()
        }
      }),
      { numRuns: 2_000 },
    )
  })
})
