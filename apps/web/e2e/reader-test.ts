import { readFileSync } from 'node:fs'
import path from 'node:path'
import { test as base } from '@playwright/test'
import type { Language } from '@shutten/core'
import { createTranslator } from 'next-intl'
import type jaMessages from '../src/i18n/messages/ja.json'

const readMessages = (language: Language): typeof jaMessages =>
  JSON.parse(readFileSync(path.join(import.meta.dirname, `../src/i18n/messages/${language}.json`), 'utf8'))

const createWords = (locale: Language) =>
  createTranslator({ locale, messages: readMessages(locale), timeZone: 'Asia/Tokyo' })

export interface Questions {
  /** Answered by one article. */
  definition: string
  /** Answered by two articles. */
  comparison: string
  /** Answered by a list of two. */
  list: string
  /** Answered by another article than `definition`. */
  other: string
  /** Of `definition`, in words that need it. */
  followUp: string
  /** Asked with words of politeness, and the title that is left of it. */
  polite: { question: string; title: string }
  unanswerable: string
  greeting: string
}

const questions: Record<Language, Questions> = {
  ja: {
    definition: '基盤モデルとは何ですか？',
    comparison: 'BERTとGPT-3のパラメータ数の違いは？',
    list: 'BERTの事前学習の課題は何ですか',
    other: 'MegaMolBARTとは何ですか？',
    followUp: 'その用語は誰が提唱しましたか？',
    polite: { question: 'すみません、基盤モデルについて教えてください。', title: '基盤モデル' },
    unanswerable: '明日の東京の天気はどうなりますか？',
    greeting: 'こんにちは',
  },
  en: {
    definition: 'What is a foundation model?',
    comparison: 'How does the number of parameters differ between BERT-Large and GPT-3?',
    list: 'BERTの事前学習の課題は何ですか',
    other: 'What is MegaMolBART?',
    followUp: 'Who coined the term?',
    polite: { question: 'Hello, could you tell me about foundation models please?', title: 'Foundation models' },
    unanswerable: 'What will the weather be like in Tokyo tomorrow?',
    greeting: 'Hello',
  },
}

/** The language of the project: its words as the messages have them, and questions to ask. */
export const test = base.extend<{ language: Language; t: ReturnType<typeof createWords>; asked: Questions }>({
  language: async ({ locale }, provide) => provide(locale?.startsWith('en') ? 'en' : 'ja'),
  t: async ({ language }, provide) => provide(createWords(language)),
  asked: async ({ language }, provide) => provide(questions[language]),
})
