import { mkdir, readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createTemporaryFolder } from '@shutten/testing'
import { describe, expect, it } from 'vitest'
import { removeUploadLeftovers } from './remove-upload-leftovers'
import { storeUploads } from './store-uploads'

const files = [
  { path: 'a.md', bytes: Buffer.from('A') },
  { path: 'sub/b.md', bytes: Buffer.from('B') },
]

describe('uploads that were not accepted', () => {
  it('leave nothing when they cannot be registered, but for what was there before', async () => {
    const folder = await createTemporaryFolder()
    await writeFile(path.join(folder, 'a.md'), 'old')
    const register = () => Promise.reject(new Error('no'))
    await expect(storeUploads({ folder, files, register })).rejects.toThrow('no')
    expect(await readdir(folder)).toEqual(['a.md', 'sub'])
    expect(await readdir(path.join(folder, 'sub'))).toEqual([])
  })

  it('are taken away by the next process, and those that were registered stay', async () => {
    const folder = await createTemporaryFolder()
    await mkdir(path.join(folder, 'sub'))
    const write = (name: string, content: string) => writeFile(path.join(folder, name), content)
    for (const name of ['kept.md', 'known.md', 'unknown.md', '.partial-1-x-0']) await write(name, name)
    await write('.accepting-1-x.json', JSON.stringify([path.join(folder, 'known.md'), path.join(folder, 'unknown.md')]))
    await write('.accepting-1-y.json', '["/etc/hos')
    await write('.accepting-1-z.json', '["/etc/hosts"]')
    const asked: string[] = []
    await removeUploadLeftovers({
      folder,
      async isRegistered(file) {
        asked.push(path.basename(file))
        return file.endsWith('/known.md')
      },
    })
    expect((await readdir(folder)).sort()).toEqual(['kept.md', 'known.md', 'sub'])
    expect(asked).toEqual(['known.md', 'unknown.md'])
  })

  it('are none where there is no folder yet', async () => {
    const folder = path.join(await createTemporaryFolder(), 'uploads')
    await removeUploadLeftovers({ folder, isRegistered: async () => false })
  })
})
