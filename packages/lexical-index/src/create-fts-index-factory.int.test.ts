import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, readlink, rm, truncate, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { LexicalEntry, LexicalIndex } from '@shutten/core'
import { createTemporaryFolder } from '@shutten/testing'
import { analyze } from '@shutten/text'
import fc from 'fast-check'
import Database from 'libsql'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createFtsIndexFactory } from './create-fts-index-factory.js'

type EntryText = Partial<Omit<LexicalEntry, 'ordinal'>>

async function buildIndex(texts: readonly (string | EntryText)[], folder?: string): Promise<string> {
  const factory = createFtsIndexFactory()
  const file = path.join(folder ?? (await createTemporaryFolder()), factory.fileName)
  const builder = factory.createBuilder({ file })
  builder.add(
    texts.map((text, ordinal) => ({
      title: '',
      headings: '',
      body: '',
      ...(typeof text === 'string' ? { body: text } : text),
      ordinal,
    })),
  )
  await builder.finish()
  return file
}

async function openIndex(
  texts: readonly (string | EntryText)[],
  options?: Parameters<typeof createFtsIndexFactory>[0],
): Promise<LexicalIndex> {
  const index = await createFtsIndexFactory(options).open({ file: await buildIndex(texts), size: texts.length })
  onTestFinished(() => index.close())
  return index
}

const find = (index: LexicalIndex, text: string, k = 1_000) => index.search({ text, k }).map((hit) => hit.ordinal)

const articles = [
  { title: 'BERT', body: 'BERTは双方向のTransformerを事前学習した言語モデルである。' },
  { title: 'GPT-3', headings: '規模', body: 'GPT-3は1750億個のパラメータを持つ。C++の例も書ける。' },
  { title: 'Stable Diffusion', body: '潜在拡散モデルは画像を生成する。' },
  { title: 'Whisper', body: 'Whisper is a speech recognition model with 1.5b parameters.' },
  { title: '基盤モデル', body: '大量のデータで事前学習され、多くの下流タスクに適応できるモデルを基盤モデルと呼ぶ。' },
]

describe('searching', () => {
  it('finds words and parts of words of Japanese and English', async () => {
    const index = await openIndex(articles)
    expect(find(index, '基盤モデルとは何ですか？')[0]).toBe(4)
    expect(find(index, '潜在拡散')[0]).toBe(2)
    expect(find(index, 'SPEECH Recognition')[0]).toBe(3)
    expect(find(index, 'ＧＰＴ－３のパラメータ')[0]).toBe(1)
    expect(find(index, '量子コンピュータ')).not.toContain(3)
    expect(find(index, 'kubernetes')).toEqual([])
  })

  it('gives BM25, larger first, and equal entries in the order of their numbers', async () => {
    const index = await openIndex(['拡散 拡散 拡散', '無関係', '拡散', 'another', '拡散', 'other', 'more', 'yet'])
    const hits = index.search({ text: '拡散', k: 10 })
    expect(hits.map((hit) => hit.ordinal)).toEqual([0, 2, 4])
    expect(hits[0]?.score).toBeGreaterThan(hits[1]?.score ?? Number.NaN)
    expect(hits[1]?.score).toBe(hits[2]?.score)
    expect(hits[2]?.score).toBeGreaterThan(0)
    expect(index.search({ text: '拡散', k: 2 })).toEqual(hits.slice(0, 2))
  })

  it('weighs title, headings and body as it was told', async () => {
    const texts = [
      { body: 'whisper aa bb' },
      { headings: 'whisper aa bb' },
      { title: 'whisper aa bb' },
      'x',
      'y',
      'z',
      'w',
    ]
    expect(find(await openIndex(texts), 'whisper')).toEqual([2, 1, 0])
    expect(find(await openIndex(texts, { weights: { body: 9, headings: 8 } }), 'whisper')).toEqual([0, 1, 2])
    expect(() => createFtsIndexFactory({ weights: { body: -1 } })).toThrow(
      expect.objectContaining({ code: 'INPUT_INVALID' }),
    )
  })

  it.each([
    '"',
    '""',
    "'",
    '`',
    '*',
    '^',
    ':',
    '(',
    ')',
    '()',
    '-',
    '+',
    '{',
    '}',
    '\\',
    ';',
    '%',
    '_',
    '?',
    '\0',
    '\uD800',
    'NEAR(',
    'NEAR(基盤 モデル, 5)',
    'AND',
    'OR',
    'NOT',
    '基盤 AND',
    'AND OR NOT',
    'title_word : 基盤',
    '{title_word}: x',
    '基盤*',
    '^基盤',
    '"基盤',
    "'; DROP TABLE entries; --",
    '基盤" OR "x',
    'x\uE00022 OR',
    '"a" + "b"',
    '-- ',
    '/*',
    '',
    '   ',
    '\n',
    '🤖',
    '👩‍👩‍👧',
  ])('takes %j as text, never as syntax', async (text) => {
    const index = await openIndex(articles)
    expect(() => index.search({ text, k: 10 })).not.toThrow()
    expect(find(index, '基盤')).toContain(4)
  })

  it('finds exactly the entries that share a term with the query', async () => {
    const piece = fc.constantFrom(
      ...[
        '基盤モデル',
        'モデル',
        'の',
        'は',
        '学習',
        'gpt-3',
        'GPT',
        '3',
        'c++',
        'C#',
        '1.5b',
        '1.5',
        'node.js',
        'Été',
      ],
      ...[
        'e.g.',
        "don't",
        'ｶﾀｶﾅ',
        'カタカナ',
        '㈱',
        '①',
        'ﬁ',
        'İstanbul',
        'straße',
        '"',
        'AND',
        '、',
        '。',
        ' ',
        '\n',
        '-',
        '🤖',
      ],
    )
    const text = fc.oneof(
      fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join('')),
      fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(' ')),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
    )
    const entry = fc.record({ title: text, headings: text, body: text })
    const folder = await createTemporaryFolder()
    const keys = (value: string) => analyze(value).map(({ term, kind }) => `${kind} ${term}`)
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { maxLength: 12 }), text, async (entries, query) => {
        const index = await createFtsIndexFactory().open({
          file: await buildIndex(entries, folder),
          size: entries.length,
        })
        const wanted = new Set(keys(query))
        const expected = entries.flatMap(({ title, headings, body }, ordinal) =>
          [title, headings, body].some((field) => keys(field).some((key) => wanted.has(key))) ? [ordinal] : [],
        )
        expect(find(index, query).sort((a, b) => a - b)).toEqual(expected)
        index.close()
      }),
      { numRuns: 150 },
    )
  })

  it('looks at the rarest terms of a long query', async () => {
    const filler = Array.from({ length: 40 }, (_, index) => `共通の文章その${index}。よくある言い回し。`)
    const index = await openIndex([...filler, '稀少語である。', ...filler])
    const text = `${'よくある言い回し。共通の文章その一。'.repeat(200)}稀少語 ${Array.from({ length: 300 }, (_, at) => `unknown${at}`).join(' ')}`
    expect(text.length).toBeGreaterThan(4_000)
    expect(find(index, text, 1)).toEqual([40])
  })

  it('refuses k below 1, and a search after closing', async () => {
    const index = await openIndex(articles)
    expect(() => index.search({ text: 'x', k: 0 })).toThrow(expect.objectContaining({ code: 'INPUT_INVALID' }))
    index.close()
    index.close()
    expect(() => index.search({ text: 'x', k: 1 })).toThrow(expect.objectContaining({ code: 'INTERNAL' }))
  })
})

describe('building', () => {
  it('leaves one file, with a rollback journal and no descriptor held', async () => {
    const file = await buildIndex(articles)
    expect(await readdir(path.dirname(file))).toEqual([path.basename(file)])
    const database = new Database(file)
    expect(database.pragma('journal_mode')).toMatchObject([{ journal_mode: 'delete' }])
    expect(database.pragma('integrity_check')).toMatchObject([{ integrity_check: 'ok' }])
    database.exec("INSERT INTO entries(entries) VALUES ('integrity-check')")
    database.close()
    expect(await findDescriptors(file)).toEqual([])
    const index = await createFtsIndexFactory().open({ file, size: articles.length })
    find(index, '基盤')
    expect(await readdir(path.dirname(file))).toEqual([path.basename(file)])
    index.close()
    expect(await findDescriptors(file)).toEqual([])
  })

  it('works without entries, and in a folder whose name is no plain word', async () => {
    const folder = path.join(await createTemporaryFolder(), '記事 #1?a=b&c%20d')
    await mkdir(folder)
    const empty = await createFtsIndexFactory().open({ file: await buildIndex([], folder), size: 0 })
    expect(empty.size).toBe(0)
    expect(find(empty, '基盤')).toEqual([])
    empty.close()
    const index = await createFtsIndexFactory().open({ file: await buildIndex(articles, folder), size: 5 })
    expect(find(index, 'whisper')).toEqual([3])
    index.close()
  })

  it.each([{ ordinals: [0, 0] }, { ordinals: [0, 2] }, { ordinals: [1] }, { ordinals: [-1] }, { ordinals: [0.5] }])(
    'refuses the numbers $ordinals and leaves nothing',
    async ({ ordinals }) => {
      const folder = await createTemporaryFolder()
      const builder = createFtsIndexFactory().createBuilder({ file: path.join(folder, 'lexical.db') })
      const build = async () => {
        builder.add(ordinals.map((ordinal) => ({ ordinal, title: '', headings: '', body: 'x' })))
        await builder.finish()
      }
      await expect(build()).rejects.toMatchObject({ code: 'INPUT_INVALID' })
      await builder.close()
      expect(await readdir(folder)).toEqual([])
    },
  )
})

describe('damaged files', () => {
  const damaged = expect.objectContaining({ code: 'INDEX_DAMAGED', suggestion: expect.stringContaining('reindex') })
  const open = (file: string, size = articles.length) => createFtsIndexFactory().open({ file, size })

  it('refuses what is no index: missing, empty, text, another database, another size', async () => {
    const file = await buildIndex(articles)
    await expect(open(file, 4)).rejects.toEqual(damaged)
    const folder = await createTemporaryFolder()
    const other = path.join(folder, 'other')
    await expect(open(other)).rejects.toEqual(damaged)
    await expect(open(folder)).rejects.toEqual(damaged)
    for (const content of ['', 'x', 'no database at all. '.repeat(1_000)]) {
      await writeFile(other, content)
      await expect(open(other)).rejects.toEqual(damaged)
    }
    await rm(other)
    const database = new Database(other)
    database.exec('CREATE TABLE entries (x)')
    database.close()
    await expect(open(other)).rejects.toEqual(damaged)
  })

  it('refuses a file that is cut', async () => {
    const file = await buildIndex(articles)
    for (let length = (await readFile(file)).length - 1; length > 0; length -= 2_011) {
      await truncate(file, length)
      await expect(open(file)).rejects.toEqual(damaged)
    }
  })

  it('with any byte overwritten it is refused, or still answers or says that it is damaged', async () => {
    const file = await buildIndex(articles)
    const whole = await readFile(file)
    let refused = 0
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: whole.length - 1 }),
        fc.uint8Array({ minLength: 1, maxLength: 64 }),
        async (at, noise) => {
          const bytes = Buffer.from(whole)
          bytes.set(noise.subarray(0, whole.length - at), at)
          await writeFile(file, bytes)
          try {
            const index = await open(file)
            try {
              find(index, '基盤モデルとは何ですか？ whisper')
            } finally {
              index.close()
            }
          } catch (error) {
            expect(error).toEqual(damaged)
            refused++
          }
        },
      ),
      { numRuns: 300 },
    )
    expect(refused).toBeGreaterThan(0)
  })
})

const collectGarbage = (() => {
  setFlagsFromString('--expose-gc')
  return runInNewContext('gc') as () => void
})()

/** Descriptors of this process on a file or its neighbours, where the system tells (Linux). libsql frees them when its objects are collected. */
async function findDescriptors(file: string): Promise<string[]> {
  if (!existsSync('/proc/self/fd')) return []
  for (let round = 0; round < 3; round++) {
    collectGarbage()
    await setImmediate()
  }
  const names = await readdir('/proc/self/fd')
  const targets = await Promise.all(names.map((name) => readlink(`/proc/self/fd/${name}`).catch(() => '')))
  return targets.filter((target) => target.startsWith(file))
}
