import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Generation, GenerationEntry, GenerationStore, LexicalEntry } from '@shutten/core'
import { createInvertedIndexFactory } from '@shutten/lexical-index'
import { createTemporaryFolder } from '@shutten/testing'
import { createHnswIndexFactory } from '@shutten/vector-index'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createEntries, createVector, dimension, inBatches } from './fixtures/create-entries.js'
import { build, createStore, embedder } from './fixtures/create-store.js'

async function open(store: GenerationStore, id = 'g1'): Promise<Generation> {
  const generation = await store.open(id)
  onTestFinished(() => generation.close())
  return generation
}

describe('a generation', () => {
  it('is built, listed, verified and opened', async () => {
    const folder = path.join(await createTemporaryFolder(), 'generations')
    const store = createStore(folder)
    const entries = createEntries(200)
    const progress: number[] = []
    const manifest = await build(store, entries, { onProgress: (done) => progress.push(done) })

    expect(progress).toEqual([50, 100, 150, 200])
    expect(manifest).toMatchObject({
      format: 3,
      id: 'g1',
      embedder,
      chunker: 'sentences@1',
      lexical: createInvertedIndexFactory().version,
      counts: { documents: 67, passages: 200, linked: 0, vectors: 200, lexical: 200 },
    })
    expect(await readdir(folder)).toEqual(['g1'])
    const names = (await readdir(path.join(folder, 'g1'))).sort()
    expect(names).toEqual(['manifest.json', ...Object.keys(manifest.files)].sort())
    const sizes = await Promise.all(names.map(async (name) => (await stat(path.join(folder, 'g1', name))).size))
    expect(await store.list()).toEqual([{ id: 'g1', manifest, bytes: sizes.reduce((sum, size) => sum + size, 0) }])
    expect(await store.verify('g1')).toEqual([])

    const generation = await open(store)
    expect(generation.manifest).toEqual(manifest)
    expect(generation.vectors.search({ vector: createVector(117), k: 3 })[0]).toEqual({
      ordinal: 117,
      similarity: expect.closeTo(1, 4),
    })
    expect(generation.lexical.search({ text: 'v42', k: 3 })[0]?.ordinal).toBe(42)
  })

  it.each(['open', 'openTexts'] as const)(
    '%s gives passages in the order asked for, by id, and by document',
    async (way) => {
      const store = createStore(await createTemporaryFolder())
      const entries = createEntries(30)
      await build(store, entries)
      const generation = await store[way]('g1')
      const passage = (ordinal: number) => ({ ...(entries[ordinal] as GenerationEntry).passage, ordinal })
      expect(generation.getPassages([7, 99, 3, -1, 0.5, 7])).toEqual([passage(7), passage(3), passage(7)])
      expect(generation.getPassages([])).toEqual([])
      expect(generation.findPassage('passage-11')).toEqual(passage(11))
      expect(generation.findPassage("' OR 1 = 1 --")).toBeNull()
      expect(generation.getDocumentPassages('document-4')).toEqual([passage(12), passage(13), passage(14)])
      expect(generation.getDocumentPassages('none')).toEqual([])
      generation.close()
      generation.close()
      expect(() => generation.getPassages([1])).toThrow(expect.objectContaining({ code: 'INTERNAL' }))
    },
  )

  it('keeps every character of a text', async () => {
    const store = createStore(await createTemporaryFolder())
    const texts = [
      '零\0文字',
      '絵🤖文字👩‍👩‍👧',
      'lone \uD800 surrogate',
      'か\u3099 not composed',
      '"quotes" \\ and \r\n\t lines\u2028',
      '',
    ]
    const entries = createEntries(texts.length).map((entry, at) => ({
      ...entry,
      passage: { ...entry.passage, text: texts[at] ?? '' },
    }))
    await build(store, entries)
    const generation = await open(store)
    expect(generation.getPassages([0, 1, 2, 3, 4, 5]).map(({ text }) => text)).toEqual(texts)
  })

  it('may be empty', async () => {
    const store = createStore(await createTemporaryFolder())
    const manifest = await build(store, [])
    expect(manifest.counts).toEqual({ documents: 0, passages: 0, linked: 0, vectors: 0, lexical: 0 })
    expect(await store.verify('g1')).toEqual([])
    const generation = await open(store)
    expect(generation.vectors.search({ vector: createVector(1), k: 5 })).toEqual([])
    expect(generation.lexical.search({ text: '基盤モデル', k: 5 })).toEqual([])
    expect(generation.getPassages([0])).toEqual([])
    expect(generation.findPassage('passage-0')).toBeNull()
  })

  it('may hold the same passage text and vector many times', async () => {
    const store = createStore(await createTemporaryFolder())
    const [first] = createEntries(1) as [GenerationEntry]
    const entries = createEntries(60).map(({ passage }) => ({
      passage: { ...passage, text: first.passage.text },
      vector: first.vector,
    }))
    await expect(build(store, entries)).resolves.toMatchObject({ counts: { passages: 60 } })
  })

  it('does not touch another one: they lie side by side, and one is removed while it is open', async () => {
    const folder = await createTemporaryFolder()
    const store = createStore(folder)
    await build(store, createEntries(40))
    await build(store, createEntries(90), { id: 'g2' })
    const [old, current] = [await open(store, 'g1'), await open(store, 'g2')]
    await store.remove('g1')
    expect(await readdir(folder)).toEqual(['g2'])
    expect(old.vectors.search({ vector: createVector(33), k: 1 })).toMatchObject([{ ordinal: 33 }])
    expect(old.lexical.search({ text: 'v12', k: 1 })).toMatchObject([{ ordinal: 12 }])
    expect(old.findPassage('passage-39')?.ordinal).toBe(39)
    expect([...old.findOrdinals({ documents: ['document-3', 'document-90'], tags: ['T0'] }).values()]).toEqual([
      9, 10, 11,
    ])
    expect(current.getDocumentPassages('document-29')).toHaveLength(3)
    await expect(store.open('g1')).rejects.toMatchObject({ code: 'GENERATION_NOT_FOUND' })
    await expect(store.remove('g1')).resolves.toBeUndefined()
  })
})

describe('a generation that is removed while it is opened', () => {
  it.each(['vectorIndex', 'lexicalIndex'] as const)('is not there, rather than damaged: at the %s', async (part) => {
    const folder = await createTemporaryFolder()
    await build(createStore(folder), createEntries(20))
    const remove = () => createStore(folder).remove('g1')
    const vectors = createHnswIndexFactory()
    const lexical = createInvertedIndexFactory()
    const store = createStore(folder, {
      vectorIndex: {
        ...vectors,
        open: async (options) => {
          if (part === 'vectorIndex') await remove()
          return vectors.open(options)
        },
      },
      lexicalIndex: {
        ...lexical,
        open: async (options) => {
          if (part === 'lexicalIndex') await remove()
          return lexical.open(options)
        },
      },
    })
    await expect(store.open('g1')).rejects.toMatchObject({
      code: 'GENERATION_NOT_FOUND',
      suggestion: expect.stringContaining('pnpm shutten reindex'),
    })
  })
})

describe('a build that does not come to its end', () => {
  const cases: { name: string; code: string; options: (entries: GenerationEntry[]) => Parameters<typeof build>[2] }[] =
    [
      { name: 'too few passages', code: 'INPUT_INVALID', options: (entries) => ({ passages: entries.length + 1 }) },
      { name: 'too many passages', code: 'INPUT_INVALID', options: (entries) => ({ passages: entries.length - 1 }) },
      {
        name: 'a vector of another dimension',
        code: 'VECTOR_DIMENSION_MISMATCH',
        options: () => ({ embedder: { id: 'other', dimension: dimension + 1 } }),
      },
      {
        name: 'a passage that comes twice',
        code: 'INPUT_INVALID',
        options: (entries) => ({ entries: inBatches([...entries.slice(0, -1), entries[0] as GenerationEntry]) }),
      },
      {
        name: 'a vector that is not finite',
        code: 'INPUT_INVALID',
        options: (entries) => ({
          entries: inBatches(
            entries.map((entry) => ({ ...entry, vector: new Float32Array(dimension).fill(Number.NaN) })),
          ),
        }),
      },
      {
        name: 'a source that fails',
        code: 'INTERNAL',
        options: (entries) => ({
          entries: (async function* () {
            yield entries.slice(0, 10)
            throw Object.assign(new Error('no access to a source'), { code: 'EACCES' })
          })(),
        }),
      },
    ]
  it.each(cases)('$name: leaves nothing behind and what serves alone', async ({ code, options }) => {
    const folder = await createTemporaryFolder()
    const store = createStore(folder)
    const entries = createEntries(60)
    await build(store, entries, { id: 'serving' })
    await expect(build(store, entries, options(entries))).rejects.toMatchObject({ code })
    expect(await readdir(folder)).toEqual(['serving'])
    expect(await store.verify('serving')).toEqual([])
    await expect(build(store, entries)).resolves.toMatchObject({ id: 'g1' })
  })

  it('ends when it is aborted: before, between batches, and while it waits for one', async () => {
    const folder = await createTemporaryFolder()
    const store = createStore(folder)
    const entries = createEntries(300)
    const cancelled = { code: 'CANCELLED' }
    await expect(build(store, entries, { signal: AbortSignal.abort() })).rejects.toMatchObject(cancelled)

    const between = new AbortController()
    const onProgress = (done: number) => {
      if (done >= 100) between.abort('enough')
    }
    await expect(build(store, entries, { signal: between.signal, onProgress })).rejects.toMatchObject(cancelled)

    const waiting = new AbortController()
    const hanging = (async function* () {
      yield entries.slice(0, 10)
      waiting.abort()
      await new Promise(() => {})
    })()
    await expect(build(store, entries, { signal: waiting.signal, entries: hanging })).rejects.toMatchObject(cancelled)
    expect(await readdir(folder)).toEqual([])
  })

  it.each([
    { error: Object.assign(new Error('no space left on device'), { code: 'ENOSPC' }), code: 'DISK_FULL' },
    { error: Object.assign(new Error('database or disk is full'), { rawCode: 13 }), code: 'DISK_FULL' },
    { error: Object.assign(new Error('read-only file system'), { code: 'EROFS' }), code: 'DATA_FOLDER_UNWRITABLE' },
  ])('says $code when saving fails so', async ({ error, code }) => {
    const folder = await createTemporaryFolder()
    const factory = createHnswIndexFactory()
    const failing = createStore(folder, {
      vectorIndex: {
        ...factory,
        createBuilder: async (options) => ({
          ...(await factory.createBuilder(options)),
          save: () => Promise.reject(error),
        }),
      },
    })
    await expect(build(failing, createEntries(10))).rejects.toMatchObject({ code })
    expect(await readdir(folder)).toEqual([])
  })

  it('is refused when the parts do not agree in what they find', async () => {
    const folder = await createTemporaryFolder()
    const factory = createHnswIndexFactory()
    const confused = createStore(folder, {
      vectorIndex: {
        ...factory,
        createBuilder: async (options) => {
          const builder = await factory.createBuilder(options)
          return { ...builder, add: ({ ordinal, vector }) => builder.add({ ordinal: 59 - ordinal, vector }) }
        },
      },
    })
    await expect(build(confused, createEntries(60))).rejects.toMatchObject({
      code: 'INDEX_DAMAGED',
      message: expect.stringContaining('failed its check'),
    })
    expect(await readdir(folder)).toEqual([])
  })

  it('is refused when passages are found by the words of others', async () => {
    const folder = await createTemporaryFolder()
    const factory = createInvertedIndexFactory()
    let before = ''
    const confused = createStore(folder, {
      lexicalIndex: {
        ...factory,
        createBuilder: async (options) => {
          const builder = await factory.createBuilder(options)
          const shift = (entry: LexicalEntry) => {
            const { body } = entry
            const shifted = { ...entry, body: before }
            before = body
            return shifted
          }
          return { ...builder, add: (batch) => builder.add(batch.map(shift)) }
        },
      },
    })
    await expect(build(confused, createEntries(60))).rejects.toMatchObject({
      code: 'INDEX_DAMAGED',
      message: expect.stringContaining('is not found by its own words'),
    })
    expect(await readdir(folder)).toEqual([])
  })

  it('says DATA_FOLDER_UNWRITABLE when the folder cannot be made', async () => {
    const file = path.join(await createTemporaryFolder(), 'file')
    await writeFile(file, '')
    const store = createStore(path.join(file, 'generations'))
    await expect(build(store, createEntries(1))).rejects.toMatchObject({ code: 'DATA_FOLDER_UNWRITABLE' })
  })
})

describe('what a crash leaves', () => {
  it('is listed without a manifest, does not open, is removed, and is in the way of no build', async () => {
    const folder = await createTemporaryFolder()
    const store = createStore(folder)
    await build(store, createEntries(20))
    await mkdir(path.join(folder, '.building-g2'))
    await writeFile(path.join(folder, '.building-g2', 'vectors.hnsw'), 'half a file')
    await mkdir(path.join(folder, 'g3'))
    await writeFile(path.join(folder, 'g3', 'passages.db'), 'rest')
    await mkdir(path.join(folder, 'lost+found'))
    await writeFile(path.join(folder, 'notes.txt'), 'not ours')

    expect((await store.list()).map(({ id, manifest, bytes }) => [id, manifest?.id ?? null, bytes > 0])).toEqual([
      ['.building-g2', null, true],
      ['g1', 'g1', true],
      ['g3', null, true],
    ])
    await expect(store.open('g3')).rejects.toMatchObject({ code: 'GENERATION_NOT_FOUND' })
    await expect(store.verify('g3')).rejects.toMatchObject({ code: 'GENERATION_NOT_FOUND' })

    await build(store, createEntries(5), { id: 'g2' })
    await build(store, createEntries(5), { id: 'g3' })
    expect((await store.list()).map(({ id, manifest }) => [id, manifest?.counts.passages])).toEqual([
      ['g1', 20],
      ['g2', 5],
      ['g3', 5],
    ])

    await mkdir(path.join(folder, '.building-g4'))
    for (const { id } of await store.list()) await store.remove(id)
    expect((await readdir(folder)).sort()).toEqual(['lost+found', 'notes.txt'])
  })

  it('a whole manifest in a folder that was never renamed is no generation of that id', async () => {
    const folder = await createTemporaryFolder()
    const store = createStore(folder)
    await build(store, createEntries(5))
    const files = await readdir(path.join(folder, 'g1'))
    await mkdir(path.join(folder, '.building-g1'))
    for (const name of files)
      await writeFile(path.join(folder, '.building-g1', name), await readFile(path.join(folder, 'g1', name)))
    await rm(path.join(folder, 'g1'), { recursive: true })
    expect(await store.list()).toMatchObject([{ id: '.building-g1', manifest: null }])
    await expect(store.open('g1')).rejects.toMatchObject({ code: 'GENERATION_NOT_FOUND' })
  })
})

describe('ids', () => {
  it.each(['', '.', '..', '../x', 'a/b', '/etc', 'a\0b', '.hidden', '.building-../x', 'x'.repeat(101), '世代'])(
    'refuses %j everywhere',
    async (id) => {
      const folder = path.join(await createTemporaryFolder(), 'generations')
      await mkdir(folder)
      await writeFile(path.join(folder, '..', 'x'), 'outside')
      const store = createStore(folder)
      const invalid = { code: 'INPUT_INVALID' }
      await expect(build(store, [], { id })).rejects.toMatchObject(invalid)
      await expect(store.open(id)).rejects.toMatchObject(invalid)
      await expect(store.verify(id)).rejects.toMatchObject(invalid)
      await expect(store.remove(id)).rejects.toMatchObject(invalid)
      expect(existsSync(path.join(folder, '..', 'x'))).toBe(true)
    },
  )

  it('refuses one that is there already', async () => {
    const store = createStore(await createTemporaryFolder())
    await build(store, createEntries(5))
    await expect(build(store, createEntries(6))).rejects.toMatchObject({ code: 'INPUT_INVALID' })
    expect(await store.list()).toMatchObject([{ id: 'g1', manifest: { counts: { passages: 5 } } }])
  })

  it('finds none in a folder that is not there', async () => {
    const store = createStore(path.join(await createTemporaryFolder(), 'missing'))
    expect(await store.list()).toEqual([])
    await expect(store.open('g1')).rejects.toMatchObject({
      code: 'GENERATION_NOT_FOUND',
      suggestion: expect.stringContaining('pnpm shutten reindex'),
    })
    await expect(store.remove('g1')).resolves.toBeUndefined()
  })
})
