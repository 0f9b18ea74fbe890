import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readGoldenFields, toGoldenFields, toGoldenInput } from './golden-form'
import { goldenInputSchema } from './golden-input'

const form = (fields: Record<string, string>) => {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.set(name, value)
  return readGoldenFields(data)
}

it('reads a line as a group of the answer, with its variants', () => {
  const fields = form({
    question: ' 何年？ ',
    expects: 'answer',
    answers: '2018年 | 2018\r\n\nGoogle｜グーグル',
    relevant: 'bert\nclip.md\n',
    evidence: ' ',
    isEnabled: 'on',
  })
  expect(goldenInputSchema.parse(toGoldenInput(fields))).toEqual({
    question: '何年？',
    language: null,
    kind: null,
    expects: 'answer',
    answers: [
      ['2018年', '2018'],
      ['Google', 'グーグル'],
    ],
    relevant: ['bert', 'clip.md'],
    evidence: null,
    isEnabled: true,
  })
})

it('asks for what a question is judged by', () => {
  const parse = (fields: Record<string, string>) =>
    goldenInputSchema.safeParse(toGoldenInput(form({ question: '何？', ...fields }))).success
  expect(parse({ expects: 'answer' })).toBe(false)
  expect(parse({ expects: 'answer', answers: '|' })).toBe(false)
  expect(parse({ expects: 'refusal' })).toBe(true)
  expect(parse({ expects: 'nothing' })).toBe(false)
  expect(parse({ expects: 'nothing', relevant: 'bert' })).toBe(true)
})

it('reads back what it has written, also a bar', () => {
  const word = fc.stringMatching(/^[a-z|あ-ん]{1,6}$/)
  fc.assert(
    fc.property(fc.array(fc.array(word, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }), (answers) => {
      const golden = {
        id: 'a',
        question: '何？',
        language: 'ja' as const,
        kind: 'fact',
        expects: 'answer' as const,
        answers,
        relevant: ['bert'],
        evidence: null,
        isEnabled: true,
        by: 'x',
        createdAt: '',
        updatedAt: '',
      }
      expect(toGoldenInput(toGoldenFields(golden)).answers).toEqual(answers)
    }),
  )
})
