import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitFormulas } from './split-formulas'

const formulas = (text: string) => splitFormulas(text).flatMap((piece) => (piece.kind === 'formula' ? [piece.tex] : []))

describe('splitFormulas', () => {
  it.each([
    ['エネルギーは$E = mc^2$で表される。', ['E = mc^2']],
    ['The loss is \\(L = -\\log p\\) for each $x$.', ['L = -\\log p', 'x']],
    ['次の式による。$$\\frac{QK^T}{\\sqrt{d_k}}$$', ['\\frac{QK^T}{\\sqrt{d_k}}']],
    ['\\[ a^2 + b^2 = c^2 \\]', ['a^2 + b^2 = c^2']],
    ['$\\$5 < x$', ['\\$5 < x']],
  ])('finds those of %s', (text, expected) => expect(formulas(text)).toEqual(expected))

  it.each([
    'It costs $5 and earns $10.',
    'Between $5-$10, or US$3 = A$4.',
    '$HOMEと$PATHを見る。',
    'a $ b $ c',
    '$price$',
    '$$',
    'C:\\(x',
  ])('leaves %s as it is', (text) => expect(splitFormulas(text)).toEqual([{ kind: 'text', text }]))

  it('loses no character', () => {
    const part = fc.constantFrom('$', '$$', '\\(', '\\)', '\\[', '\\]', 'x', '=', ' ', '5', '式', '\n', '\\')
    fc.assert(
      fc.property(fc.array(part, { maxLength: 14 }), (parts) => {
        const text = parts.join('')
        expect(
          splitFormulas(text)
            .map((piece) => (piece.kind === 'text' ? piece.text : piece.source))
            .join(''),
        ).toBe(text)
      }),
    )
  })
})
