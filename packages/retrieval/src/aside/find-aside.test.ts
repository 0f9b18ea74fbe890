import { describe, expect, it } from 'vitest'
import { findAside } from './find-aside.js'

const first = (question: string) => findAside({ question, isFirst: true })
const later = (question: string) => findAside({ question, isFirst: false })

describe('findAside', () => {
  it.each([
    'こんにちは',
    'こんにちは！',
    'おはようございます。よろしくお願いします。',
    'はじめまして😊',
    'Hello!',
    'Hi there',
    'good morning',
    'お元気ですか？',
  ])('takes %s for a greeting', (message) => expect(first(message)).toBe('greeting'))

  it.each([
    'ありがとう',
    'ありがとうございました！',
    'なるほど、ありがとうございます。',
    'Thank you very much!',
    'OK, thanks',
  ])('takes %s for thanks', (message) => expect(first(message)).toBe('thanks'))

  it.each(['さようなら', 'ありがとう、またね', 'Bye!', 'Thanks, goodbye'])('takes %s for a farewell', (message) =>
    expect(first(message)).toBe('farewell'),
  )

  it.each([
    'あなたは誰ですか？',
    'こんにちは、あなたは何者？',
    'あなたの名前は何ですか',
    'このチャットボットは何ができますか？',
    'Shuttenとは何ですか？',
    'あなたはAIですか',
    'このサービスの使い方を教えてください',
    'あなたはどうやって答えているのですか？',
    'あなたはどんなモデルを使っていますか？',
    'Who are you?',
    'What can you do?',
    'How does this work?',
    'Are you ChatGPT?',
    '自己紹介してください',
  ])('takes %s for a question about the assistant', (message) => {
    expect(first(message)).toBe('assistant')
    expect(later(message)).toBe('assistant')
  })

  it.each([
    'あなたは何について答えられますか？',
    'What can I ask you?',
    'What do you know about?',
    'Which articles do you have?',
  ])('takes %s for a question about the sources', (message) => expect(later(message)).toBe('sources'))

  it.each([
    ['何ができますか？', 'assistant'],
    ['ヘルプ', 'assistant'],
    ['どんな記事がありますか？', 'sources'],
    ['何を聞けばいいですか？', 'sources'],
    ['どんな質問に答えられますか', 'sources'],
    ['登録されている記事の一覧を教えてください', 'sources'],
  ])('takes %s so only where nothing was said before', (message, kind) => {
    expect(first(message)).toBe(kind)
    expect(later(message)).toBeNull()
  })

  it.each([
    'こんにちは。GPT-4とは何ですか？',
    'こんにちはとはどういう意味ですか？',
    'ありがとうという言葉の語源は？',
    'AIは何ができますか？',
    'Whisperは何ができますか？',
    'このモデルは何ができますか？',
    'どんなモデルを使っていますか？',
    'BERTの使い方を教えてください',
    '出典とは何ですか？',
    'あなたの会社の有給休暇は何日ですか？',
    'What can Whisper do?',
    'What do you know about BERT?',
    'Who are the authors of BERT?',
    'How does BERT work?',
    'thanksgiving',
    'history',
    'では、次の論文は？',
    '',
    '？',
  ])('leaves %j to the sources', (message) => {
    expect(first(message)).toBeNull()
    expect(later(message)).toBeNull()
  })
})
