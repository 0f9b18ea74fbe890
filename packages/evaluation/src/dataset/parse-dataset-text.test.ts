import { expect, it } from 'vitest'
import { parseDatasetText } from './parse-dataset-text.js'

const messageOf = (text: string) => {
  try {
    parseDatasetText(text)
  } catch (error) {
    return (error as Error).message
  }
  return ''
}

it('reads a dataset, with a byte order mark or without', () => {
  const text = '{ "name": "n", "questions": [{ "id": "a", "question": "何？", "answers": null }] }'
  expect(parseDatasetText(`\uFEFF${text}`)).toEqual(parseDatasetText(text))
})

it('names the line of each thing that is wrong', () => {
  const text = `{
  "name": "n",
  "questions": [
    { "id": "a", "question": "何？", "answers": [["x"]] },
    { "id": "a", "question": " ", "answers": [[]] },
    {
      "id": "c"
    }
  ]
}`
  const lines = messageOf(text).split('\n').slice(1)
  expect(lines.map((line) => line.split(':')[0])).toEqual(['line 5', 'line 5', 'line 6'])
  expect(lines.join()).toContain('question')
})

it('tells an id that comes twice once all the rest is right', () => {
  const text =
    '{ "name": "n", "questions": [\n{ "id": "a", "question": "何？" },\n{ "id": "a", "question": "何？" }\n] }'
  expect(messageOf(text)).toMatch(/line 3: id: "a" is the id of an earlier question/)
})

it('names the line where JSON ends to be JSON', () => {
  expect(messageOf('{\n  "name": "n",\n  "questions": [}\n')).toContain('line 3')
  expect(messageOf('{\n  "name": "n",\n')).toMatch(/line [23]/)
  expect(messageOf('')).toContain('line 1')
})
