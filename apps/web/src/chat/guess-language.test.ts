import { expect, it } from 'vitest'
import { guessLanguage } from './guess-language'

it.each([
  ['OpenAIが2020年に発表した。', 'ja'],
  ['パラメータ数', 'ja'],
  ['Vision Transformer splits an image into patches.', 'en'],
  ['1.5B', 'en'],
])('takes 「%s」 for %s', (text, language) => {
  expect(guessLanguage(text)).toBe(language)
})
