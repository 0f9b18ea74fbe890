import fc from 'fast-check'
import { expect, it } from 'vitest'
import { locateInJson } from './locate-in-json.js'

it('gives the line of a value', () => {
  const json =
    '{\n  "name": "x",\n  "questions": [\n    { "id": "a" },\n    {\n      "id": "b, \\"c\\"]"\n    }\n  ]\n}'
  expect(locateInJson({ json, path: [] })).toBe(1)
  expect(locateInJson({ json, path: ['questions'] })).toBe(3)
  expect(locateInJson({ json, path: ['questions', 0, 'id'] })).toBe(4)
  expect(locateInJson({ json, path: ['questions', 1, 'id'] })).toBe(6)
  // What is missing is missing in the question.
  expect(locateInJson({ json, path: ['questions', 1, 'question'] })).toBe(5)
})

it('finds every value of any JSON where the writer has put it', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
      const json = JSON.stringify(value, null, 1)
      const lines = json.split('\n')
      for (const path of listPaths(JSON.parse(json))) {
        const line = lines[locateInJson({ json, path }) - 1] ?? ''
        const found = path.reduce<unknown>(
          (inner, key) => (inner as Record<PropertyKey, unknown>)[key],
          JSON.parse(json),
        )
        // With this indentation a value stands on the line of its key, as many spaces in as it is deep.
        expect(line.length - line.trimStart().length).toBe(path.length)
        const key = path.at(-1)
        const written = line.trim().replace(/,$/, '')
        const own = typeof key === 'string' ? written.slice(JSON.stringify(key).length + 2) : written
        expect(JSON.stringify(found, null, 1).split('\n')[0]).toBe(own)
      }
    }),
  )
})

function listPaths(value: unknown, path: PropertyKey[] = []): PropertyKey[][] {
  if (typeof value !== 'object' || value === null) return [path]
  const keys: PropertyKey[] = Array.isArray(value) ? [...value.keys()] : Object.keys(value)
  return [path, ...keys.flatMap((key) => listPaths((value as Record<PropertyKey, unknown>)[key], [...path, key]))]
}
