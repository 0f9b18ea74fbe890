import path from 'node:path'
import type { LexicalEntry, LexicalIndex, LexicalIndexFactory } from '@shutten/core'
import { createTemporaryFolder } from '@shutten/testing'
import { onTestFinished } from 'vitest'

export type EntryText = string | Partial<Omit<LexicalEntry, 'ordinal'>>

export const articles = [
  { title: 'BERT', body: 'BERTは双方向のTransformerを事前学習した言語モデルである。' },
  { title: 'GPT-3', headings: '規模', body: 'GPT-3は1750億個のパラメータを持つ。C++の例も書ける。' },
  { title: 'Stable Diffusion', body: '潜在拡散モデルは画像を生成する。' },
  { title: 'Whisper', body: 'Whisper is a speech recognition model with 1.5b parameters.' },
  { title: '基盤モデル', body: '大量のデータで事前学習され、多くの下流タスクに適応できるモデルを基盤モデルと呼ぶ。' },
]

/** A bare text is a body. */
export function toEntries(texts: readonly EntryText[]): LexicalEntry[] {
  return texts.map((text, ordinal) => ({
    title: '',
    headings: '',
    body: '',
    ...(typeof text === 'string' ? { body: text } : text),
    ordinal,
  }))
}

/** Gives the file. */
export async function buildIndex(options: {
  factory: LexicalIndexFactory
  texts: readonly EntryText[]
  folder?: string
}): Promise<string> {
  const { factory, texts, folder = await createTemporaryFolder() } = options
  const file = path.join(folder, factory.fileName)
  const builder = await factory.createBuilder({ file })
  builder.add(toEntries(texts))
  await builder.finish()
  return file
}

/** Closed when the test ends. */
export async function openIndex(factory: LexicalIndexFactory, texts: readonly EntryText[]): Promise<LexicalIndex> {
  const index = await factory.open({ file: await buildIndex({ factory, texts }), size: texts.length })
  onTestFinished(() => index.close())
  return index
}

export function find(index: LexicalIndex, text: string, k = 1_000): number[] {
  return index.search({ text, k }).map((hit) => hit.ordinal)
}
