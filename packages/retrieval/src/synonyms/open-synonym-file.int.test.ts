import { mkdir, rm, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createTemporaryFolder } from '@shutten/testing'
import { describe, expect, it } from 'vitest'
import { openSynonymFile } from './open-synonym-file.js'

const none = async () => []
const listed = ['インサイド', 'IDカード', 'ポータル一番']

async function createFile(content?: string) {
  const file = path.join(await createTemporaryFolder(), 'synonyms.txt')
  let changes = 0
  const write = async (text: string) => {
    await writeFile(file, text)
    // A clock that is coarse must not hide a change from the test.
    changes += 1
    await utimes(file, changes, changes)
  }
  if (content !== undefined) await write(content)
  return { file, write }
}

/** Only those of the lists: a text may have other names that need none. */
const namesOf = async (source: ReturnType<typeof openSynonymFile>, text: string) =>
  (await source.find(text)).map((synonym) => synonym.text).filter((name) => listed.includes(name))

describe('openSynonymFile', () => {
  it('finds nothing but what needs no list without the file, and takes it up when it comes', async () => {
    const { file, write } = await createFile()
    const source = openSynonymFile({ file, loadGroups: async () => [{ names: ['社員証', 'IDカード'] }] })
    expect(await namesOf(source, '社内ポータルの使い方')).toEqual([])
    expect(await namesOf(source, '社員証')).toEqual(['IDカード'])
    await write('社内ポータル, インサイド')
    expect(await namesOf(source, '社内ポータルの使い方')).toEqual(['インサイド'])
    expect(await namesOf(source, '社員証')).toEqual(['IDカード'])
    await write('社内ポータル, ポータル一番')
    expect(await namesOf(source, '社内ポータルの使い方')).toEqual(['ポータル一番'])
    await rm(file)
    expect(await namesOf(source, '社内ポータルの使い方')).toEqual([])
  })

  it('names the file and the line of what it cannot read, as long as there is no list', async () => {
    const { file, write } = await createFile('# 一覧\n社内ポータル\n')
    const source = openSynonymFile({ file, loadGroups: none })
    await expect(source.find('社内ポータル')).rejects.toMatchObject({
      code: 'CONFIGURATION_INVALID',
      message: expect.stringMatching(/synonyms\.txt.*[Ll]ine 2/),
    })
    await write('社内ポータル, インサイド')
    expect(await namesOf(source, '社内ポータル')).toEqual(['インサイド'])
  })

  it('keeps its list through a change that it cannot read, and says so once', async () => {
    const { file, write } = await createFile('社内ポータル, インサイド')
    const told: string[] = []
    const source = openSynonymFile({ file, loadGroups: none, onError: (error) => told.push(error.code) })
    expect(await namesOf(source, '社内ポータル')).toEqual(['インサイド'])
    await write('社内ポータル, ')
    expect(await namesOf(source, '社内ポータル')).toEqual(['インサイド'])
    expect(await namesOf(source, '社内ポータル')).toEqual(['インサイド'])
    expect(told).toEqual(['CONFIGURATION_INVALID'])
  })

  it('knows the names of the shipped dictionary', async () => {
    const { file } = await createFile()
    const names = (await openSynonymFile({ file }).find('パーソナルコンピュータの選び方')).map(({ text }) => text)
    expect(names.some((name) => /^(pc|パソコン)$/i.test(name))).toBe(true)
  })

  it('goes on without a dictionary that cannot be loaded, and says so', async () => {
    const { file } = await createFile('社内ポータル, インサイド')
    const told: string[] = []
    const loadGroups = async () => {
      throw new Error('gone')
    }
    const source = openSynonymFile({ file, loadGroups, onError: ({ code }) => told.push(code) })
    expect(await namesOf(source, '社内ポータル')).toEqual(['インサイド'])
    expect(await namesOf(source, '社内ポータル')).toEqual(['インサイド'])
    expect(told).toEqual(['INTERNAL'])
  })

  it('refuses a folder of that name', async () => {
    const { file } = await createFile()
    await mkdir(file)
    await expect(openSynonymFile({ file, loadGroups: none }).find('x')).rejects.toMatchObject({
      code: 'CONFIGURATION_INVALID',
    })
  })
})
