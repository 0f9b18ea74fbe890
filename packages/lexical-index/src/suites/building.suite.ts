import { mkdir, readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createTemporaryFolder } from '@shutten/testing'
import { expect, it } from 'vitest'
import { articles, buildIndex, find, toEntries } from './build-index.js'
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
    const abandoned = factory.createBuilder({ file })
    abandoned.add(toEntries(['abandoned']))
    await writeFile(file, 'an index before')
    const builder = factory.createBuilder({ file })
    for (const entry of toEntries(articles)) builder.add([entry])
    await builder.finish()
    const other = await buildIndex({ factory, texts: articles })
    const [a, b] = await Promise.all([file, other].map((each) => factory.open({ file: each, size: articles.length })))
    const text = '基盤モデルの学習 whisper'
    expect(a?.search({ text, k: 5 })).toEqual(b?.search({ text, k: 5 }))
    expect(a?.search({ text: 'abandoned', k: 5 })).toEqual([])
  })

  it('leaves nothing when it is given up, and nothing new after it is finished', async () => {
    const factory = createFactory()
    const folder = await createTemporaryFolder()
    const file = path.join(folder, factory.fileName)
    const builder = factory.createBuilder({ file })
    builder.add(toEntries(articles))
    await builder.close()
    await builder.close()
    expect(await readdir(folder)).toEqual([])
    await buildIndex({ factory, texts: articles, folder })
    await factory.createBuilder({ file }).close()
    expect(await readdir(folder)).toEqual([factory.fileName])
  })

  it.each([{ ordinals: [0, 0] }, { ordinals: [0, 2] }, { ordinals: [1] }, { ordinals: [-1] }, { ordinals: [0.5] }])(
    'refuses the numbers $ordinals and leaves nothing',
    async ({ ordinals }) => {
      const factory = createFactory()
      const folder = await createTemporaryFolder()
      const builder = factory.createBuilder({ file: path.join(folder, factory.fileName) })
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
    expect(() => createFactory().createBuilder({ file })).toThrow(expect.objectContaining({ code: 'ENOENT' }))
  })
}
