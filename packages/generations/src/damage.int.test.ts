import { readdir, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { GenerationStore } from '@shutten/core'
import { createTemporaryFolder } from '@shutten/testing'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createEntries, dimension } from './fixtures/create-entries.js'
import { build, createStore } from './fixtures/create-store.js'

const damaged = expect.objectContaining({
  code: 'INDEX_DAMAGED',
  message: expect.stringContaining('g1'),
  suggestion: expect.stringContaining('pnpm shutten reindex'),
})
const parts = ['vectors.hnsw', 'lexical.idx', 'passages.db']

async function createBuilt(): Promise<{ store: GenerationStore; folder: string }> {
  const folder = await createTemporaryFolder()
  const store = createStore(folder)
  await build(store, createEntries(80))
  return { store, folder: path.join(folder, 'g1') }
}

describe.each(parts)('%s', (name) => {
  it('missing, empty or cut: refused, and named by verify', async () => {
    const { store, folder } = await createBuilt()
    const file = path.join(folder, name)
    const { length } = await readFile(file)
    for (const size of [length - 1, Math.floor(length / 2), 10, 0]) {
      await truncate(file, size)
      await expect(store.open('g1')).rejects.toEqual(damaged)
      expect(await store.verify('g1')).toEqual([expect.stringContaining(name)])
    }
    await rm(file)
    await expect(store.open('g1')).rejects.toEqual(damaged)
    expect(await store.verify('g1')).toEqual([expect.stringContaining(`${name} is missing`)])
  })

  it('any flipped bit: refused, and named by verify', async () => {
    const { store, folder } = await createBuilt()
    const file = path.join(folder, name)
    const whole = await readFile(file)
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: whole.length * 8 - 1 }), async (bit) => {
        const bytes = Buffer.from(whole)
        bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7))
        await writeFile(file, bytes)
        await expect(store.open('g1')).rejects.toEqual(damaged)
        expect(await store.verify('g1')).toEqual([expect.stringContaining(name)])
        expect(await store.verifyFiles('g1')).toEqual([expect.stringContaining(name)])
      }),
      { numRuns: 60 },
    )
    await writeFile(file, whole)
    expect(await store.verify('g1')).toEqual([])
  })
})

describe('manifest.json', () => {
  it('any flipped bit: no longer the manifest that was written', async () => {
    const { store, folder } = await createBuilt()
    const file = path.join(folder, 'manifest.json')
    const whole = await readFile(file)
    const original = (await store.list())[0]?.manifest
    let refused = 0
    for (let at = 0; at < whole.length; at++) {
      const bytes = Buffer.from(whole)
      bytes[at] = (bytes[at] ?? 0) ^ (1 << (at % 8))
      await writeFile(file, bytes)
      const [listed] = await store.list()
      // White space may turn into other white space; then nothing has changed.
      if (listed?.manifest) expect(listed.manifest).toEqual(original)
      else {
        await expect(store.open('g1')).rejects.toEqual(damaged)
        refused++
      }
    }
    expect(refused).toBeGreaterThan(whole.length / 2)
  })

  it.each([
    { name: 'cut', content: '{"format": 2, "id": "g1"' },
    { name: 'empty', content: '' },
    { name: 'another kind', content: '{"name": "shutten", "version": "0.1.0"}' },
    { name: 'null', content: 'null' },
    { name: 'a list', content: '[]' },
    { name: 'an older format', content: '{"format": 1, "id": "g1"}' },
    { name: 'a newer format', content: '{"format": 4, "id": "g1"}' },
  ])('$name: refused', async ({ content }) => {
    const { store, folder } = await createBuilt()
    await writeFile(path.join(folder, 'manifest.json'), content)
    await expect(store.open('g1')).rejects.toEqual(damaged)
    expect(await store.verify('g1')).toHaveLength(1)
    expect(await store.list()).toMatchObject([{ id: 'g1', manifest: null }])
  })

  it('that of another generation: refused', async () => {
    const { store, folder } = await createBuilt()
    await build(store, createEntries(80), { id: 'g2' })
    await writeFile(
      path.join(folder, 'manifest.json'),
      await readFile(path.join(folder, '..', 'g2', 'manifest.json'), 'utf8'),
    )
    await expect(store.open('g1')).rejects.toEqual(damaged)
    await rm(folder, { recursive: true })
    await rename(path.join(folder, '..', 'g2'), folder)
    await expect(store.open('g1')).rejects.toEqual(damaged)
  })
})

it('files of another generation, of another dimension or size: refused', async () => {
  const { store, folder } = await createBuilt()
  const other = createEntries(80).map((entry) => ({ ...entry, vector: entry.vector.slice(0, 8) }))
  await build(store, other, { id: 'g2', embedder: { id: 'other', dimension: 8 } })
  await build(store, createEntries(79), { id: 'g3' })
  for (const source of ['g2', 'g3'])
    for (const name of parts) {
      const whole = await readFile(path.join(folder, name))
      const foreign = await readFile(path.join(folder, '..', source, name))
      if (whole.equals(foreign)) continue
      await writeFile(path.join(folder, name), foreign)
      await expect(store.open('g1'), `${name} of ${source}`).rejects.toEqual(damaged)
      await writeFile(path.join(folder, name), whole)
    }
  expect(dimension).not.toBe(8)
  expect(await store.verify('g1')).toEqual([])
  expect((await readdir(folder)).length).toBe(4)
})
