import { type ExtractedDocument, type PassageEdit, toSourceOffset, toSourceText } from '@shutten/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createChunker } from '../chunk/create-chunker.js'
import { extractMarkdown } from '../extract/extract-markdown.js'
import { applyEdits } from './apply-edits.js'
import { cutEdited } from './cut-edited.js'
import { describeOriginal } from './describe-original.js'
import { placeEdits } from './place-edits.js'

const chunker = createChunker({ targetCharacters: 30, minCharacters: 20, maxCharacters: 40 })
const read = (text: string) => extractMarkdown({ text, uri: 'file:///a.md' })
const makeEdit = (document: Pick<ExtractedDocument, 'text'>, span: { start: number; end: number }, text: string) =>
  ({
    ...{ id: `e${span.start}`, documentId: 'd', revision: 1, by: 'editor', text },
    ...{ createdAt: '2026-01-01T00:00:00.000Z', updatedAt: '2026-01-02T00:00:00.000Z' },
    ...describeOriginal({ text: document.text, ...span }),
  }) satisfies PassageEdit
const find = ({ text }: Pick<ExtractedDocument, 'text'>, words: string) => {
  const start = text.indexOf(words)
  return { start, end: start + words.length }
}

describe('applyEdits', () => {
  it('puts words in their place, says where they stand, and can be read back', () => {
    const piece = fc.constantFrom(
      '休暇は年に二十日である。',
      '申請は前日までに行う。',
      '- 一つ目の項目である\n- 二つ目の項目である',
      '# 節の名',
      'It is granted.',
    )
    fc.assert(
      fc.property(
        fc.array(piece, { minLength: 1, maxLength: 12 }),
        fc.array(
          fc.tuple(fc.nat(20), fc.constantFrom('短い。', '長い文を書く。\nもう一行を書く。', '一つ目\n二つ目')),
          { maxLength: 4 },
        ),
        (pieces, wanted) => {
          const document = read(pieces.join('\n\n'))
          const chunks = chunker.chunk(document)
          if (chunks.length === 0) return
          const edits = new Map(
            wanted.map(([at, words]) => {
              const span = chunks[at % chunks.length] as { start: number; end: number }
              return [span.start, makeEdit(document, span, words)]
            }),
          )
          const all = [...edits.values()]
          const edited = applyEdits({ document, chunks, edits: all })
          if (!edited) {
            expect(all).toEqual([])
            return
          }
          const { text, blocks } = edited.document
          // Each is placed: its words stand at as many places as when it was made.
          expect(edited.edits.map(({ id }) => id).sort()).toEqual(all.map(({ id }) => id).sort())
          expect(toSourceText({ text, start: 0, edits: edited.edits })).toBe(document.text)
          // Cut as the source is, and nothing but what was edited says another thing.
          expect(edited.chunks).toHaveLength(chunks.length)
          edited.chunks.forEach(({ start, end, index }, at) => {
            const source = chunks[at] as (typeof chunks)[number]
            expect(index).toBe(at)
            expect(text.slice(start, end)).toBe(
              edits.get(source.start)?.text ?? document.text.slice(source.start, source.end),
            )
            expect(toSourceOffset({ offset: start, edits: edited.edits })).toBe(source.start)
            expect(toSourceOffset({ offset: end, edits: edited.edits })).toBe(source.end)
          })
          expect(cutEdited({ version: { text, edits: edited.edits }, chunks })).toEqual(edited.chunks)
          blocks.forEach(({ start, end }, at) => {
            expect(start).toBeGreaterThanOrEqual(blocks[at - 1]?.end ?? 0)
            expect(end).toBeGreaterThan(start)
            expect(end).toBeLessThanOrEqual(text.length)
          })
        },
      ),
      { numRuns: 100 },
    )
  })

  it('keeps the items of a list where there is a line for each', () => {
    const document = read('前の段落である。\n\n- 一つ目の項目である\n- 二つ目の項目である\n\n後の段落である。')
    const span = find(document, '一つ目の項目である\n二つ目の項目である')
    const kinds = (words: string) =>
      applyEdits({ document, chunks: [], edits: [makeEdit(document, span, words)] })?.document.blocks.map(
        ({ kind }) => kind,
      )
    expect(kinds('一\n二')).toEqual(['paragraph', 'list-item', 'list-item', 'paragraph'])
    expect(kinds('一と二')).toEqual(['paragraph', 'paragraph', 'paragraph'])
  })
})

describe('placeEdits', () => {
  const document = { text: '# 休暇\n\n休暇は年に二十日である。\n\n# 申請\n\n申請は前日までに行う。届は出さない。' }
  const edit = makeEdit(document, find(document, '休暇は年に二十日である。'), '年に二十五日である。')
  const place = (text: string) => placeEdits({ text, edits: [edit] }).map(({ start }) => start)

  it.each([
    ['the rest has changed', '前書き。\n\n休暇は年に二十日である。別の文。', [6]],
    ['the words have changed', '休暇は年に二十一日である。', []],
    ['the sentence goes on before them', '役員を除き休暇は年に二十日である。', []],
    ['they stand at another place, too', '休暇は年に二十日である。\n\n休暇は年に二十日である。', []],
  ])('when %s', (_, text, places) => {
    expect(place(text)).toEqual(places)
  })

  it('tells the second of two places from the first as long as there are two', () => {
    const twice = { text: '同じ文である。\n間の文である。\n同じ文である。' }
    const second = makeEdit(twice, { start: twice.text.lastIndexOf('同じ'), end: twice.text.length }, '二度目である。')
    const where = (text: string) => placeEdits({ text, edits: [second] }).map(({ start }) => start)
    expect(where(twice.text)).toEqual([twice.text.lastIndexOf('同じ')])
    expect(where(`前の文である。\n${twice.text}`)).toEqual([twice.text.lastIndexOf('同じ') + 8])
    expect(where('同じ文である。')).toEqual([])
  })
})
