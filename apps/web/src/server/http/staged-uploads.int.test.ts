import { readdir, readFile, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createTemporaryFolder } from '@shutten/testing'
import { expect, it } from 'vitest'
import { removeUploadLeftovers } from './remove-upload-leftovers'
import { createStagedUploads } from './staged-uploads'
import { stagedForMs } from './upload-leftovers'

const file = (name: string, content: string) => ({ path: name, bytes: Buffer.from(content) })
const list = async (folder: string) => (await readdir(folder)).sort()

it('keeps files aside until they are taken in together, and after they were refused', async () => {
  const folder = path.join(await createTemporaryFolder(), 'uploads')
  const uploads = createStagedUploads({ folder })
  await uploads.add({ id: 'one-upload', files: [file('a.md', 'A')] })
  await uploads.add({ id: 'one-upload', files: [file('sub/b.md', 'old')] })
  await uploads.add({ id: 'one-upload', files: [file('sub/b.md', 'B')] })
  await writeFile(path.join(folder, 'a.md'), 'before')
  const refuse = () => Promise.reject(new Error('full'))
  await expect(uploads.accept({ id: 'one-upload', register: refuse })).rejects.toThrow('full')
  const register = async (paths: string[]) => paths
  expect(await uploads.accept({ id: 'one-upload', register })).toEqual([
    path.join(folder, 'a.md'),
    path.join(folder, 'sub/b.md'),
  ])
  expect(await list(folder)).toEqual(['.staged-one-upload.json', 'a.md', 'sub'])
  expect(await readFile(path.join(folder, 'sub/b.md'), 'utf8')).toBe('B')
})

it('gives the same answer again to who did not get it, until more is sent', async () => {
  const folder = path.join(await createTemporaryFolder(), 'uploads')
  const uploads = createStagedUploads({ folder })
  let jobs = 0
  const accept = () => uploads.accept({ id: 'one-upload', register: async (paths) => ({ job: ++jobs, paths }) })
  await uploads.add({ id: 'one-upload', files: [file('a.md', 'A')] })
  const first = { job: 1, paths: [path.join(folder, 'a.md')] }
  expect(await accept()).toEqual(first)
  expect(await accept()).toEqual(first)
  await uploads.add({ id: 'one-upload', files: [file('b.md', 'B')] })
  expect(await accept()).toEqual({ job: 2, paths: [path.join(folder, 'b.md')] })
  await uploads.remove('one-upload')
  await expect(accept()).rejects.toMatchObject({ code: 'UPLOAD_NOT_FOUND' })
})

it('forgets what is given up, or was left for a day', async () => {
  const folder = path.join(await createTemporaryFolder(), 'uploads')
  const uploads = createStagedUploads({ folder })
  for (const id of ['given-up', 'old-one-', 'new-one-']) await uploads.add({ id, files: [file('a.md', 'A')] })
  await uploads.remove('given-up')
  const now = Date.now()
  const old = new Date(now - stagedForMs - 1_000)
  await utimes(path.join(folder, '.staged-old-one-'), old, old)
  await uploads.add({ id: 'taken-in', files: [file('b.md', 'B')] })
  await uploads.accept({ id: 'taken-in', register: async () => 'taken' })
  await utimes(path.join(folder, '.staged-taken-in.json'), old, old)
  await removeUploadLeftovers({ folder, isRegistered: async () => true, now })
  expect(await list(folder)).toEqual(['.staged-new-one-', 'b.md'])
})
