import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createTemporaryFolder } from '@shutten/testing'
import { expect, it } from 'vitest'
import { articles, buildIndex, type EntryText, find, toEntries } from './build-index.js'
import type { SuiteOptions } from './suite-options.js'

export function buildingSuite({ createFactory }: SuiteOptions): void {
  it('leaves one file, and so does searching it', async () => {
    const factory = createFactory()
    const file = await buildIndex({ factory, texts: articles })
    expect(await readdir(path.dirname(file))).toEqual([factory.fileName])
    const index = await factory.open({ file, size: articles.length })
    find(index, '基盤')
    index.close()
    expect(await readdir(path.dirname(file))).toEqual([factory.fileName])
  })

  it('works without entries, and in a folder whose name is no plain word', async () => {
    const factory = createFactory()
    const folder = path.join(await createTemporaryFolder(), '記事 #1?a=b&c%20d')
    await mkdir(folder)
    const empty = await factory.open({ file: await buildIndex({ factory, texts: [], folder }), size: 0 })
    expect(empty.size).toBe(0)
    expect(find(empty, '基盤')).toEqual([])
    empty.close()
    const index = await factory.open({ file: await buildIndex({ factory, texts: articles, folder }), size: 5 })
    expect(find(index, 'whisper')).toEqual([3])
    index.close()
  })

  it('makes the same of one batch and of many, whatever a build before it left behind', async () => {
    const factory = createFactory()
    const file = path.join(await createTemporaryFolder(), factory.fileName)
    const abandoned = await factory.createBuilder({ file })
    abandoned.add(toEntries(['abandoned']))
    await writeFile(file, 'an index before')
    const builder = await factory.createBuilder({ file })
    for (const entry of toEntries(articles)) builder.add([entry])
    await builder.finish()
    const other = await buildIndex({ factory, texts: articles })
    const [a, b] = await Promise.all([file, other].map((each) => factory.open({ file: each, size: articles.length })))
    const text = '基盤モデルの学習 whisper'
    expect(a?.search({ text, k: 5 })).toEqual(b?.search({ text, k: 5 }))
    expect(a?.search({ text: 'abandoned', k: 5 })).toEqual([])
  })

  it('makes the same file of entries that are copied as of entries that are analysed', async () => {
    const factory = createFactory()
    const previous = { file: await buildIndex({ factory, texts: articles }), size: articles.length }
    const folder = await createTemporaryFolder()
    const copy = async (plan: readonly (number | string)[]) => {
      const file = path.join(folder, `${plan.length}.idx`)
      const builder = await factory.createBuilder({ file, previous })
      for (const [ordinal, one] of plan.entries())
        if (typeof one === 'number') builder.copy([{ ordinal, from: one }])
        else builder.add([{ title: '', headings: '', body: one, ordinal }])
      await builder.finish()
      return readFile(file)
    }
    const added = '新しい記事は、基盤モデルを扱わない。'
    for (const plan of [[0, 1, 2, 3, 4], [4, added, 1, 1], [added, added], [3, 0], []]) {
      const texts = plan.map((one) => (typeof one === 'number' ? (articles[one] as EntryText) : one))
      expect(await copy(plan)).toEqual(await readFile(await buildIndex({ factory, texts })))
    }
    const builder = await factory.createBuilder({ file: path.join(folder, 'x'), previous })
    expect(() => builder.copy([{ ordinal: 0, from: 5 }])).toThrow(expect.objectContaining({ code: 'INPUT_INVALID' }))
    await builder.close()
  })

  it('leaves nothing when it is given up, and nothing new after it is finished', async () => {
    const factory = createFactory()
    const folder = await createTemporaryFolder()
    const file = path.join(folder, factory.fileName)
    const builder = await factory.createBuilder({ file })
    builder.add(toEntries(articles))
    await builder.close()
    await builder.close()
    expect(await readdir(folder)).toEqual([])
    await buildIndex({ factory, texts: articles, folder })
    await (await factory.createBuilder({ file })).close()
    expect(await readdir(folder)).toEqual([factory.fileName])
  })

  it.each([{ ordinals: [0, 0] }, { ordinals: [0, 2] }, { ordinals: [1] }, { ordinals: [-1] }, { ordinals: [0.5] }])(
    'refuses the numbers $ordinals and leaves nothing',
    async ({ ordinals }) => {
      const factory = createFactory()
      const folder = await createTemporaryFolder()
      const builder = await factory.createBuilder({ file: path.join(folder, factory.fileName) })
      const build = async () => {
        builder.add(ordinals.map((ordinal) => ({ ordinal, title: '', headings: '', body: 'x' })))
        await builder.finish()
      }
      await expect(build()).rejects.toMatchObject({ code: 'INPUT_INVALID' })
      await builder.close()
      expect(await readdir(folder)).toEqual([])
    },
  )

  it('says so when its folder is not there', async () => {
    const file = path.join(await createTemporaryFolder(), 'nowhere', 'index')
    await expect(createFactory().createBuilder({ file })).rejects.toMatchObject({ code: 'ENOENT' })
  })
}
