import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Chunk, ExtractedDocument } from '@shutten/core'
import { splitSentences } from '@shutten/text'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { extractMarkdown } from '../extract/extract-markdown.js'
import { extractText } from '../extract/extract-text.js'
import { createChunker } from './create-chunker.js'
import { measureText } from './measure-text.js'

const uri = 'file:///a.md'
const chunker = createChunker()
const sentence = (length: number, letter = 'あ') => `${letter.repeat(length - 1)}。`
const chunkMarkdown = (text: string) => {
  const document = extractMarkdown({ text, uri })
  return chunker.chunk(document).map((chunk) => ({ ...chunk, text: document.text.slice(chunk.start, chunk.end) }))
}

/** What must hold of the chunks of any document. */
function expectSound(document: ExtractedDocument, chunks: readonly Chunk[]): void {
  const { text, blocks } = document
  let end = 0
  chunks.forEach((chunk, at) => {
    expect(chunk.index).toBe(at)
    expect(chunk.start).toBeGreaterThanOrEqual(end)
    expect(chunk.end).toBeGreaterThan(chunk.start)
    const slice = text.slice(chunk.start, chunk.end)
    expect(slice).toBe(slice.trim())
    expect(slice).not.toMatch(/^[\udc00-\udfff]|[\ud800-\udbff]$/)
    end = chunk.end
  })
  for (const block of blocks) {
    if (block.kind === 'heading' && blocks.some(({ kind }) => kind !== 'heading')) continue
    for (const span of splitSentences(text.slice(block.start, block.end))) {
      const [from, to] = [span.start + block.start, span.end + block.start]
      const holders = chunks.filter((chunk) => chunk.start < to && chunk.end > from)
      if (to - from <= 1_200 || block.kind === 'table-row')
        expect(holders).toHaveLength(to - from > 1_200 ? holders.length : 1)
      const first = holders[0] as Chunk
      const last = holders.at(-1) as Chunk
      expect(first.start).toBeLessThanOrEqual(from)
      expect(last.end).toBeGreaterThanOrEqual(to)
    }
  }
}

describe('sizes', () => {
  it('come near the target and keep between the bounds in a long section', () => {
    const chunks = chunkMarkdown(Array.from({ length: 40 }, (_, at) => sentence(30 + (at % 5) * 10)).join(''))
    const sizes = chunks.map(({ text }) => measureText(text))
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(200)
    expect(Math.max(...sizes)).toBeLessThanOrEqual(400)
  })

  it('give English about twice the characters', () => {
    const english = 'This is a sentence of a few more words than the last. '.repeat(60)
    const lengths = chunkMarkdown(english).map(({ text }) => text.length)
    const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length
    expect(mean).toBeGreaterThan(480)
    expect(mean).toBeLessThan(720)
  })

  it('break between paragraphs rather than inside them', () => {
    const paragraph = (letter: string) => sentence(90, letter).repeat(3)
    const chunks = chunkMarkdown([paragraph('あ'), paragraph('い'), paragraph('う')].join('\n\n'))
    expect(chunks.map(({ text }) => text)).toEqual([paragraph('あ'), paragraph('い'), paragraph('う')])
  })

  it('refuses sizes that make no sense', () => {
    expect(() => createChunker({ minCharacters: 500 })).toThrow(expect.objectContaining({ code: 'INPUT_INVALID' }))
  })
})

describe('sentences', () => {
  it('are never cut, however long up to 1,200 characters', () => {
    const long = sentence(1_200)
    const chunks = chunkMarkdown(`${sentence(100)}${long}${sentence(100)}`)
    expect(chunks.map(({ text }) => text)).toContain(long)
  })

  it('of more than 1,200 characters are cut at clauses', () => {
    const clause = `${'あ'.repeat(70)}、`
    const chunks = chunkMarkdown(clause.repeat(30))
    expect(chunks.length).toBeGreaterThan(4)
    for (const { text } of chunks) expect(text).toMatch(/、$/)
    for (const { text } of chunks) expect(text.length).toBeLessThanOrEqual(400)
  })

  it('without any boundary are cut between characters, never inside one', () => {
    const chunks = chunkMarkdown('𠮷'.repeat(2_000))
    expect(chunks.map(({ text }) => text).join('')).toBe('𠮷'.repeat(2_000))
    for (const { text } of chunks) expect(text).not.toMatch(/^[\udc00-\udfff]|[\ud800-\udbff]$/)
  })
})

describe('headings', () => {
  it('go to the path, without the title, and are never crossed', () => {
    const chunks = chunkMarkdown(
      `# 題名\n\n${sentence(80)}\n\n## 章\n\n${sentence(80, 'い')}\n\n### 節\n\n${sentence(80, 'う')}\n\n## 次章\n\n${sentence(80, 'え')}`,
    )
    expect(chunks.map(({ headingPath, text }) => [headingPath, text])).toEqual([
      [[], sentence(80)],
      [['章'], sentence(80, 'い')],
      [['章', '節'], sentence(80, 'う')],
      [['次章'], sentence(80, 'え')],
    ])
  })

  it('join a tiny section with its sibling, and with nobody else', () => {
    const chunks = chunkMarkdown(
      `# 題名\n\n## 甲\n\n短い文。\n\n## 乙\n\nこれも短い。\n\n### 丙\n\n別の親の文。\n\n## 丁\n\n${sentence(390)}`,
    )
    expect(chunks.map(({ headingPath, text }) => [headingPath, text])).toEqual([
      [[], '甲\n\n短い文。\n\n乙\n\nこれも短い。'],
      [['乙', '丙'], '別の親の文。'],
      [['丁'], sentence(390)],
    ])
  })

  it('join a tiny section with one sibling, the one after it first', () => {
    const chunks = chunkMarkdown(
      `## 甲\n\n${sentence(100)}\n\n## 乙\n\n短い前置き。\n\n## 丙\n\n${sentence(100, 'う')}\n\n## 丁\n\n終わり。`,
    )
    expect(chunks.map(({ headingPath, text }) => [headingPath, text.slice(0, 1)])).toEqual([
      [[], 'あ'],
      [[], '乙'],
      [['丁'], '終'],
    ])
    expect(chunkMarkdown(`# 題\n\n## 甲\n\n${sentence(100)}\n\n## 乙\n\n終わり。`)).toHaveLength(1)
  })

  it('alone still make a chunk', () => {
    expect(chunkMarkdown('# 題名\n\n## 章\n\n## 節').map(({ text }) => text)).toEqual(['題名\n\n章\n\n節'])
  })
})

describe('lists, tables and code', () => {
  it('keep a short list with its lead-in', () => {
    const items = Array.from({ length: 5 }, (_, at) => `- 項目${at}の説明`).join('\n')
    const chunks = chunkMarkdown(`${sentence(140)}${sentence(140, 'い')}\n\n次のリスクがある。\n\n${items}`)
    const list = chunks.find(({ text }) => text.includes('項目0'))
    expect(list?.text).toContain('次のリスクがある。')
    expect(list?.text).toContain('項目4')
  })
  it('group table rows and keep short code whole', () => {
    const rows = Array.from({ length: 30 }, (_, at) => `| モデル${at} | ${'値'.repeat(20)} |`).join('\n')
    const chunks = chunkMarkdown(`| 名前 | 説明 |\n|---|---|\n${rows}`)
    expect(chunks.length).toBeLessThan(8)
    for (const { text } of chunks)
      for (const line of text.split('\n')) expect(line).toMatch(/^名前: モデル\d+、説明: 値+$/)
    expect(chunkMarkdown('```\na = 1\n\nb = 2\n```')[0]?.text).toBe('a = 1\n\nb = 2')
  })
})

describe('soundness', () => {
  const words = fc.constantFrom(
    '基盤モデル',
    'は',
    'AI ',
    'Model ',
    '学習する',
    '𠮷',
    'é',
    '、',
    '「',
    '」',
    ' ',
    '3.14',
  )
  const ends = fc.constantFrom('。', '！', '. ', '? ', '', '\n', '。\n')
  const sentences = fc
    .array(fc.tuple(fc.array(words, { minLength: 1, maxLength: 40 }), ends), { minLength: 1, maxLength: 12 })
    .map((parts) => parts.map(([body, end]) => body.join('') + end).join(''))
  const block = fc.oneof(
    sentences,
    fc
      .tuple(fc.integer({ min: 1, max: 4 }), fc.constantFrom('概要', '背景', 'Scope'))
      .map(([level, text]) => `${'#'.repeat(level)} ${text}`),
    fc
      .array(
        sentences.map((text) => `- ${text.replaceAll('\n', ' ')}`),
        { minLength: 1, maxLength: 6 },
      )
      .map((items) => items.join('\n')),
    sentences.map((text) => `\`\`\`\n${text}\n\`\`\``),
    sentences.map((text) => `| 列 |\n|---|\n| ${text.replaceAll('\n', ' ')} |`),
  )
  it('holds for any document', () => {
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 12 }), (parts) => {
        let document: ExtractedDocument
        try {
          document = extractMarkdown({ text: parts.join('\n\n'), uri })
        } catch (error) {
          expect(error).toMatchObject({ code: 'SOURCE_EMPTY' })
          return
        }
        expectSound(document, chunker.chunk(document))
      }),
      { numRuns: 150 },
    )
  }, 60_000)

  it('holds for a line of a megabyte, in linear time', () => {
    for (const text of ['あ'.repeat(1_000_000), 'これは文です。'.repeat(150_000), 'word '.repeat(200_000)]) {
      const document = extractText({ text, uri })
      const chunks = chunker.chunk(document)
      expect(chunks.length).toBeGreaterThan(1_000)
      expect(
        chunks.reduce((most, { start, end }) => Math.max(most, measureText(document.text, start, end)), 0),
      ).toBeLessThanOrEqual(400)
    }
  }, 60_000)

  it.skipIf(!existsSync('../shared/corpus/seeds'))('holds for real articles', () => {
    for (const name of readdirSync('../shared/corpus/seeds')) {
      const document = extractText({ text: readFileSync(path.join('../shared/corpus/seeds', name), 'utf8'), uri })
      const chunks = chunker.chunk(document)
      expectSound(document, chunks)
      expect(
        chunks.some(({ headingPath }) => headingPath.includes('基盤モデルの定義') || headingPath.includes('CLIP')),
      ).toBe(true)
    }
  })
})
