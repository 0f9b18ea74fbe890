import type { Language } from '@shutten/core'

/** The language of a quote by its script: a citation names no language of its own. */
export const guessLanguage = (text: string): Language =>
  /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(text) ? 'ja' : 'en'
