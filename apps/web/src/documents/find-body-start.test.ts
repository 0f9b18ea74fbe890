import { describe, expect, it } from 'vitest'
import { findBodyStart } from './find-body-start'

const heading = { kind: 'heading', level: 1, start: 0, end: 2 } as const

describe('findBodyStart', () => {
  it('passes over a heading that repeats the title', () => {
    expect(findBodyStart({ title: '題名', text: '題名\n\n本文', blocks: [heading] })).toBe(2)
  })
  it('keeps a heading that says something else', () => {
    expect(findBodyStart({ title: '別', text: '題名\n\n本文', blocks: [heading] })).toBe(0)
  })
  it('keeps a heading that text stands before', () => {
    expect(
      findBodyStart({ title: '題名', text: '前\n題名', blocks: [{ kind: 'heading', level: 1, start: 2, end: 4 }] }),
    ).toBe(0)
  })
})
