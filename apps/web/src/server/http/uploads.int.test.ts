import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { createTemporaryFolder } from '@shutten/testing'
import { describe, expect, it } from 'vitest'
import { readUpload } from './read-upload'
import { storeUploads } from './store-uploads'

function upload(files: [name: string, content: string][], tags: string[] = []): Request {
  const body = new FormData()
  for (const tag of tags) body.append('tag', tag)
  for (const [name, content] of files) body.append('files', new File([content], name))
  return new Request('http://127.0.0.1/api/v1/documents', { method: 'POST', body })
}

const register = async (paths: string[]) => paths

describe('uploads', () => {
  it('stores each file whole, under its own name', async () => {
    const folder = path.join(await createTemporaryFolder(), 'uploads')
    const { files, tags } = await readUpload({
      request: upload([
        ['基盤モデル.md', '# 基盤モデル'],
        ['b.txt', 'B'],
      ]),
    })
    expect(tags).toBeNull()
    const paths = await storeUploads({ folder, files, register })
    expect(paths).toEqual([path.join(folder, '基盤モデル.md'), path.join(folder, 'b.txt')])
    expect(await readFile(paths[0] ?? '', 'utf8')).toBe('# 基盤モデル')
    expect((await readdir(folder)).sort()).toEqual(['b.txt', '基盤モデル.md'])
  })
  it('replaces a file of the same name', async () => {
    const folder = await createTemporaryFolder()
    const store = async (content: string) =>
      storeUploads({ folder, files: (await readUpload({ request: upload([['a.md', content]]) })).files, register })
    await store('old')
    const [target] = await store('new')
    expect(await readFile(target ?? '', 'utf8')).toBe('new')
    expect(await readdir(folder)).toEqual(['a.md'])
  })
  it('takes tags from the fields of that name', async () => {
    const { tags } = await readUpload({ request: upload([['a.md', 'A']], ['人事', ' 規定 ']) })
    expect(tags).toEqual(['人事', '規定'])
  })
  it.each([
    ['INPUT_INVALID', upload([['a.md', 'A']], [' '])],
    [
      'SOURCE_TYPE_UNSUPPORTED',
      upload([
        ['a.md', 'A'],
        ['b.exe', 'B'],
      ]),
    ],
    ['SOURCE_EMPTY', upload([['a.md', '']])],
    ['INPUT_INVALID', upload([])],
    [
      'INPUT_INVALID',
      new Request('http://127.0.0.1/', {
        method: 'POST',
        body: 'no form',
        headers: { 'Content-Type': 'multipart/form-data; boundary=x' },
      }),
    ],
  ])('refuses with %s', async (code, request) => {
    await expect(readUpload({ request })).rejects.toMatchObject({ code })
  })
  it('refuses more than the limit', async () => {
    const request = upload([['a.md', 'x'.repeat(2000)]])
    await expect(readUpload({ request, maxBytes: 1000 })).rejects.toMatchObject({ code: 'REQUEST_TOO_LARGE' })
  })
})
