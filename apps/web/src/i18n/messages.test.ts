import { describe, expect, it } from 'vitest'
import en from './messages/en.json'
import ja from './messages/ja.json'

const keys = (value: object, path = ''): string[] =>
  Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'string' ? [`${path}${key}`] : keys(inner as object, `${path}${key}.`),
  )
const names = (text: string) =>
  [...text.matchAll(/\{(\w+)[,}]/g)].map((match) => match[1]).filter((name, index, all) => all.indexOf(name) === index)
const at = (value: object, path: string) =>
  path.split('.').reduce<unknown>((inner, key) => (inner as Record<string, unknown>)[key], value) as string

describe('messages', () => {
  it('say the same things in both languages', () => {
    expect(keys(en).sort()).toEqual(keys(ja).sort())
  })
  it('fill in the same values in both languages', () => {
    const differing = keys(ja).filter(
      (path) =>
        names(at(ja, path)).sort().join() !==
        names(at(en, path))
          .filter((name) => name !== 'x')
          .sort()
          .join(),
    )
    expect(differing).toEqual([])
  })
})
