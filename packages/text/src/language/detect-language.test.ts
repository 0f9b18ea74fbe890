import { expect, it } from 'vitest'
import { detectLanguage } from './detect-language.js'

it.each([
  ['基盤モデルとは何ですか？', 'ja'],
  ['基盤模型', 'ja'],
  ['GPT-3 論文', 'ja'],
  ['GPT-3とは', 'ja'],
  ['ﾄｰｸﾝ', 'ja'],
  ['What is a foundation model?', 'en'],
  ['Who is 孫正義?', 'en'],
  ['', 'en'],
  ['1,750', 'en'],
  ['Что такое модель?', 'en'],
  [
    'Whisper（ウィスパー）は OpenAI が公開した音声認識モデルで、Transformer の encoder-decoder を log-Mel spectrogram に使う。',
    'ja',
  ],
  [
    'The term 基盤モデル (foundation model) was coined at Stanford in 2021; since then it has been used for networks that are trained on broad data and adapted to many tasks.',
    'en',
  ],
])('takes %j for %s', (text, language) => {
  expect(detectLanguage(text)).toBe(language)
})
