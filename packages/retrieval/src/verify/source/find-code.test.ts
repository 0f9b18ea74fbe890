import type { GenerationPassage } from '@shutten/core'
import { describe, expect, it } from 'vitest'
import { findCode } from './find-code.js'

const passage = (text: string): GenerationPassage =>
  ({
    id: text.slice(0, 3),
    documentId: 'd',
    versionId: 'v',
    index: 0,
    start: 0,
    end: text.length,
    text,
    title: '手順',
    headingPath: [],
    uri: 'file:///d.md',
    language: 'ja',
    tags: [],
  }) as unknown as GenerationPassage

describe('findCode', () => {
  const text = '次のように呼ぶ。\n\n    def area(r):\n        return 3.14 * r ** 2\n\n以上。'
  it('finds code whatever its blanks, and gives it as the source has it', () => {
    const found = findCode({
      code: 'def area(r):\n  return 3.14*r**2',
      passages: [passage('別の文章。'), passage(text)],
    })
    expect(found?.text).toBe('def area(r):\n    return 3.14 * r ** 2')
    expect(text.slice(found?.start, found?.end)).toBe('def area(r):\n        return 3.14 * r ** 2')
  })

  it('finds a part of a line', () => {
    expect(findCode({ code: '3.14 * r', passages: [passage(text)] })?.text).toBe('3.14 * r')
  })

  it('finds nothing where a character is another, or too few are given', () => {
    expect(findCode({ code: 'def area(r):\n    return 3.15 * r ** 2', passages: [passage(text)] })).toBeNull()
    expect(findCode({ code: '**', passages: [passage(text)] })).toBeNull()
    expect(findCode({ code: ' \n', passages: [passage(text)] })).toBeNull()
  })
})
