import type { GenerationPassage } from '@shutten/core'
import { describe, expect, it } from 'vitest'
import { createCitationBook, type DraftSentence, renderAnswer, toCitation } from './build-citations.js'

const text = 'BERTは2018年に発表された。著者はDevlinらである。'
const passage: GenerationPassage = {
  id: 'p1',
  ordinal: 0,
  documentId: 'd1',
  versionId: 'v1',
  uri: 'file:///bert.md',
  title: 'BERT',
  headingPath: ['歴史'],
  language: 'ja',
  index: 0,
  start: 100,
  end: 100 + text.length,
  text,
  tags: [],
  date: '2026-01-01T00:00:00.000Z',
  lead: '',
}
const draft = (start: number, end: number): DraftSentence => ({
  text: text.slice(start, end),
  evidence: [{ passage, start, end, score: 0.9, highlights: [{ start: start + 5, end: start + 9 }] }],
  support: 'supported',
  score: 0.9,
})
const stop = text.indexOf('。') + 1

describe('toCitation', () => {
  it('says on which page the quote begins', () => {
    const places = [
      { start: 100, place: { page: 3 } },
      { start: 100 + stop, place: { page: 4 } },
    ]
    const of = (start: number) =>
      toCitation({ passage: { ...passage, places }, start, end: text.length, score: 1, highlights: [] }, 1).place
    expect(of(0)).toEqual({ page: 3 })
    expect(of(stop - 1)).toEqual({ page: 3 })
    expect(of(stop)).toEqual({ page: 4 })
    expect(toCitation({ passage, start: 0, end: stop, score: 1, highlights: [] }, 1)).not.toHaveProperty('place')
  })
})

describe('createCitationBook', () => {
  it('moves offsets from the passage to the document', () => {
    const book = createCitationBook()
    const { citations } = book.add(draft(stop, text.length))
    expect(citations).toEqual([
      expect.objectContaining({
        number: 1,
        quote: text.slice(stop),
        start: 100 + stop,
        end: 100 + text.length,
        highlights: [{ start: 100 + stop + 5, end: 100 + stop + 9 }],
      }),
    ])
  })

  it('numbers in order of first use and never twice', () => {
    const book = createCitationBook()
    book.add(draft(stop, text.length))
    book.add(draft(0, stop))
    const again = book.add(draft(stop, text.length))
    expect(again.citations).toEqual([])
    expect(book.sentences.map(({ citations }) => citations)).toEqual([[1], [2], [1]])
    expect(book.citations.map(({ number }) => number)).toEqual([1, 2])
    expect(renderAnswer({ ...book, language: 'ja' })).toBe(
      '著者はDevlinらである。[1]BERTは2018年に発表された。[2]著者はDevlinらである。[1]',
    )
  })
})

describe('renderAnswer', () => {
  it('sets items and paragraphs on lines of their own', () => {
    const book = createCitationBook()
    book.add(draft(0, stop))
    book.add({ ...draft(stop, text.length), layout: 'item' })
    book.add({ ...draft(0, stop), text: '二つ目。', layout: 'item' })
    book.add({ ...draft(0, stop), text: '続き。' })
    book.add({ ...draft(0, stop), text: '終わり。', layout: 'paragraph', evidence: [] })
    expect(renderAnswer({ ...book, language: 'ja' })).toBe(
      'BERTは2018年に発表された。[1]\n\n- 著者はDevlinらである。[2]\n- 二つ目。[1]続き。[1]\n\n終わり。',
    )
  })

  it('sets code apart, its markers below it', () => {
    const book = createCitationBook()
    book.add(draft(0, stop))
    book.add({ ...draft(stop, text.length), text: '```\nls\n```', layout: 'code' })
    book.add(draft(0, stop))
    expect(renderAnswer({ ...book, language: 'ja' })).toBe(
      'BERTは2018年に発表された。[1]\n\n```\nls\n```\n[2]\n\nBERTは2018年に発表された。[1]',
    )
  })
})
