import type { Aside, Language } from '@shutten/core'

/** What the assistant can truly say of itself. */
export interface AsideFacts {
  documents: number
  /** Some of the articles' titles. */
  titles: readonly string[]
  /** The language model that writes; null where answers are quoted. */
  writer: string | null
}

type Texts = Record<Aside['kind'], (facts: AsideFacts) => string>

const ja: Texts = {
  greeting: ({ documents }) =>
    `こんにちは。登録されている${documents}件の記事から、ご質問の答えとその出典をお示しします。知りたいことをお尋ねください。`,
  thanks: () => 'お役に立てたなら幸いです。ほかにも知りたいことがあれば、お尋ねください。',
  farewell: () => 'ご利用ありがとうございました。またいつでもお尋ねください。',
  assistant: ({ documents, writer }) =>
    [
      `Shutten（出典）は、登録されている${documents}件の記事の中からご質問の答えを探し、どの記事のどの箇所に書かれているかを一文ごとに示す仕組みです。`,
      writer
        ? `文章は言語モデル（${writer}）が書き、一文ずつ記事と照らし合わせてから表示します。裏付けのない文は省くか、そのように印を付けます。`
        : '答えは記事の文をそのまま引用したもので、言語モデルによる作文ではありません。',
      '答えが記事の中に見つからないときは、見つからないとお伝えします。出典の番号を選ぶと、元の記事の該当箇所が開きます。',
    ].join(''),
  sources: ({ documents, titles }) =>
    `${documents}件の記事が登録されています。${titles.length > 0 ? `たとえば${titles.map((title) => `「${title}」`).join('')}などです。` : ''}これらの記事に書かれていることであれば、お答えできます。`,
}

const en: Texts = {
  greeting: ({ documents }) =>
    `Hello. Ask me something, and I look for the answer in ${articles(documents)} and show where it is written.`,
  thanks: () => 'Glad if that helped. Ask on if there is more you would like to know.',
  farewell: () => 'Goodbye. Ask again whenever you like.',
  assistant: ({ documents, writer }) =>
    [
      `Shutten looks for the answer to your question in ${articles(documents)}, and shows for each sentence which article holds it, and where.`,
      writer
        ? `The sentences are written by a language model (${writer}) and checked against the articles one by one before you see them; what has no support is left out, or marked.`
        : 'Answers are quoted from the articles word for word; no language model writes them.',
      'When the articles do not hold the answer, it says so. A citation number opens the article at the words it rests on.',
    ].join(' '),
  sources: ({ documents, titles }) =>
    `There ${documents === 1 ? 'is' : 'are'} ${articles(documents)}${titles.length > 0 ? `, such as ${titles.map((title) => `“${title}”`).join(', ')}` : ''}. Anything written there can be asked about.`,
}

function articles(count: number): string {
  return `${count.toLocaleString('en')} ${count === 1 ? 'article' : 'articles'}`
}

/** What is said to a message that asks nothing of the sources, in its language. */
export function asideText(options: { kind: Aside['kind']; language: Language; facts: AsideFacts }): string {
  const { kind, language, facts } = options
  return (language === 'ja' ? ja : en)[kind](facts)
}
