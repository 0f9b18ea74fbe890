import { readdir, readFile, truncate, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createTemporaryFolder } from '@shutten/testing'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createHnswIndexFactory } from './create-hnsw-index-factory.js'
import { createRandom, createUnitVector, createVectors, findExactly } from './fixtures/create-vectors.js'
import { saveIndex } from './fixtures/save-index.js'

describe('recall against exact search', () => {
  it.each([
    { name: 'random vectors', clusters: 0 },
    { name: 'clustered vectors', clusters: 40 },
  ])('$name: at least .99 of the ten nearest, and the cosine as similarity', async ({ clusters }) => {
    const vectors = createVectors({ count: 2_000, dimension: 48, clusters })
    const file = await saveIndex(vectors)
    const index = await createHnswIndexFactory().open({ file, dimension: 48, size: vectors.length })
    const queries = createVectors({ count: 100, dimension: 48, clusters, seed: 7 }).map((vector, at) =>
      at % 2 === 0 ? vector : createUnitVector(48, createRandom(at + 1)),
    )
    let found = 0
    for (const query of queries) {
      const nearest = findExactly(vectors, query, 10)
      const hits = index.search({ vector: query, k: 10 })
      const ordinals = new Set(hits.map((hit) => hit.ordinal))
      found += nearest.filter((hit) => ordinals.has(hit.ordinal)).length
      expect(hits).toHaveLength(10)
      expect(hits[0]?.similarity).toBeCloseTo(nearest[0]?.similarity ?? 0, 4)
    }
    expect(found / (queries.length * 10)).toBeGreaterThanOrEqual(0.99)
  })

  it('finds everything although one vector in four is the same', async () => {
    const vectors = createVectors({ count: 1_600, dimension: 48 })
    const [boilerplate] = vectors as [Float32Array]
    for (let ordinal = 0; ordinal < vectors.length; ordinal += 4) vectors[ordinal] = boilerplate
    const index = await createHnswIndexFactory({ exactUpTo: 0 }).open({
      file: await saveIndex(vectors),
      dimension: 48,
      size: vectors.length,
    })
    const found = vectors.filter(
      (vector, ordinal) => ordinal % 4 === 0 || index.search({ vector, k: 10 }).some((hit) => hit.ordinal === ordinal),
    )
    expect(found.length / vectors.length).toBeGreaterThanOrEqual(0.99)
    const hits = index.search({ vector: boilerplate, k: 401 })
    expect(hits.slice(0, 400).map((hit) => hit.ordinal)).toEqual(Array.from({ length: 400 }, (_, at) => at * 4))
    expect(hits).toHaveLength(401)
    expect(hits[400]?.similarity).toBeLessThan(0.99)
  })

  it.each([1, 2, 50])('finds %d times the same vector and nothing else', async (count) => {
    const vectors = Array.from({ length: count }, () => Float32Array.of(3, 4))
    const index = await createHnswIndexFactory({ exactUpTo: 0 }).open({
      file: await saveIndex(vectors),
      dimension: 2,
      size: count,
    })
    const hits = index.search({ vector: Float32Array.of(3, 4), k: 100 })
    expect(hits.map((hit) => hit.ordinal)).toEqual(Array.from({ length: count }, (_, ordinal) => ordinal))
    expect(hits.every((hit) => hit.similarity > 0.9999)).toBe(true)
  })

  it('is exact for a small index, whatever the vectors and k', async () => {
    const value = fc.double({ min: -1, max: 1, noNaN: true })
    const vector = fc
      .array(value, { minLength: 6, maxLength: 6 })
      .filter((numbers) => Math.hypot(...numbers) > 0.01)
      .map((numbers) => createUnitVector(6, () => numbers.shift() ?? 0))
    const folder = await createTemporaryFolder()
    await fc.assert(
      fc.asyncProperty(
        fc.array(vector, { minLength: 1, maxLength: 60 }),
        vector,
        fc.integer({ min: 1, max: 80 }),
        async (vectors, query, k) => {
          const factory = createHnswIndexFactory()
          const builder = await factory.createBuilder({ dimension: 6, capacity: vectors.length })
          vectors.forEach((each, ordinal) => {
            builder.add({ ordinal, vector: each })
          })
          await builder.save(path.join(folder, 'index'))
          const index = await factory.open({ file: path.join(folder, 'index'), dimension: 6, size: vectors.length })
          const hits = index.search({ vector: query, k })
          const nearest = findExactly(vectors, query, k)
          expect(hits).toHaveLength(Math.min(k, vectors.length))
          expect(new Set(hits.map((hit) => hit.ordinal)).size).toBe(hits.length)
          hits.forEach((hit, rank) => {
            expect(hit.similarity).toBeCloseTo(nearest[rank]?.similarity ?? 0, 4)
          })
        },
      ),
      { numRuns: 50 },
    )
  })
})

describe('searching', () => {
  it('gives the same hits after each opening, and from a repeated build the same file', async () => {
    const vectors = createVectors({ count: 1_500, dimension: 16 })
    const [first, second] = [await saveIndex(vectors), await saveIndex(vectors)]
    expect((await readFile(first)).equals(await readFile(second))).toBe(true)
    const factory = createHnswIndexFactory()
    const options = { dimension: 16, size: vectors.length }
    const query = { vector: createUnitVector(16, createRandom(3)), k: 25 }
    const hits = (await factory.open({ file: first, ...options })).search(query)
    expect((await factory.open({ file: second, ...options })).search(query)).toEqual(hits)
    expect(hits).toHaveLength(25)
  })

  it('takes a k above efSearch and above the size', async () => {
    const vectors = createVectors({ count: 30, dimension: 8 })
    for (const exactUpTo of [0, 1_000]) {
      const factory = createHnswIndexFactory({ efSearch: 5, exactUpTo })
      const index = await factory.open({ file: await saveIndex(vectors), dimension: 8, size: 30 })
      const hits = index.search({ vector: vectors[3] as Float32Array, k: 1_000 })
      expect(hits.map((hit) => hit.ordinal)).toEqual(
        findExactly(vectors, vectors[3] as Float32Array, 30).map((hit) => hit.ordinal),
      )
    }
  })

  it('finds nothing in an index without vectors', async () => {
    const index = await createHnswIndexFactory().open({ file: await saveIndex([]), dimension: 8, size: 0 })
    expect(index.size).toBe(0)
    expect(index.search({ vector: new Float32Array(8).fill(1), k: 10 })).toEqual([])
  })

  it('gives the cosine for a vector that is not of unit length', async () => {
    const file = await saveIndex([Float32Array.of(1, 0), Float32Array.of(0, 1e30)])
    const index = await createHnswIndexFactory().open({ file, dimension: 2, size: 2 })
    expect(index.search({ vector: Float32Array.of(3e-20, 4e-20), k: 2 })).toEqual([
      { ordinal: 1, similarity: expect.closeTo(0.8, 5) },
      { ordinal: 0, similarity: expect.closeTo(0.6, 5) },
    ])
  })

  it('refuses another dimension, k below 1, and vectors without a direction', async () => {
    const file = await saveIndex([Float32Array.of(1, 0)])
    const index = await createHnswIndexFactory().open({ file, dimension: 2, size: 1 })
    const search = (vector: number[], k: number) => () => index.search({ vector: Float32Array.from(vector), k })
    expect(search([1, 0, 0], 1)).toThrow(expect.objectContaining({ code: 'VECTOR_DIMENSION_MISMATCH' }))
    expect(search([1, 0], 0)).toThrow(expect.objectContaining({ code: 'INPUT_INVALID' }))
    expect(search([1, 0], 1.5)).toThrow(expect.objectContaining({ code: 'INPUT_INVALID' }))
    expect(search([1, Number.NaN], 1)).toThrow(expect.objectContaining({ code: 'INPUT_INVALID' }))
    expect(search([0, 0], 1)).toThrow(expect.objectContaining({ code: 'INPUT_INVALID' }))
    index.close()
    expect(search([1, 0], 1)).toThrow(expect.objectContaining({ code: 'INTERNAL' }))
  })
})

describe('building', () => {
  it('refuses what it cannot hold', async () => {
    const builder = await createHnswIndexFactory().createBuilder({ dimension: 2, capacity: 2 })
    const add = (ordinal: number, ...vector: number[]) => {
      builder.add({ ordinal, vector: Float32Array.from(vector) })
    }
    add(1, 1, 0)
    expect(() => add(1, 0, 1)).toThrow(expect.objectContaining({ code: 'INPUT_INVALID' }))
    expect(() => add(2, 0, 1)).toThrow(expect.objectContaining({ code: 'INPUT_INVALID' }))
    expect(() => add(-1, 0, 1)).toThrow(expect.objectContaining({ code: 'INPUT_INVALID' }))
    expect(() => add(0.5, 0, 1)).toThrow(expect.objectContaining({ code: 'INPUT_INVALID' }))
    expect(() => add(0, 0, Number.POSITIVE_INFINITY)).toThrow(expect.objectContaining({ code: 'INPUT_INVALID' }))
    expect(() => add(0, 0, 1, 0)).toThrow(expect.objectContaining({ code: 'VECTOR_DIMENSION_MISMATCH' }))
    const file = path.join(await createTemporaryFolder(), 'index')
    await expect(builder.save(file)).rejects.toMatchObject({ code: 'INPUT_INVALID', message: 'Ordinal 0 is missing.' })
    expect(() => createHnswIndexFactory({ m: 1 })).toThrow(expect.objectContaining({ code: 'INPUT_INVALID' }))
  })

  it('holds fewer vectors than its capacity, and leaves no other file behind', async () => {
    const vectors = createVectors({ count: 20, dimension: 8 })
    const file = await saveIndex(vectors, { capacity: 500 })
    const index = await createHnswIndexFactory({ exactUpTo: 0 }).open({ file, dimension: 8, size: 20 })
    expect(index.search({ vector: vectors[7] as Float32Array, k: 1 })).toMatchObject([{ ordinal: 7 }])
    expect(await readdir(path.dirname(file))).toEqual([path.basename(file)])
  })

  it('passes on why the file cannot be written', async () => {
    const builder = await createHnswIndexFactory().createBuilder({ dimension: 2, capacity: 0 })
    const file = path.join(await createTemporaryFolder(), 'missing', 'index')
    await expect(builder.save(file)).rejects.toMatchObject({ code: 'ENOENT' })
  })
})

describe('damaged files', () => {
  const dimension = 12
  const size = 300
  const distinct = createVectors({ count: size - 20, dimension })
  const vectors = [...distinct, ...distinct.slice(0, 20)]
  const open = (file: string, options: { dimension?: number; size?: number; exactUpTo?: number } = {}) =>
    createHnswIndexFactory({ exactUpTo: options.exactUpTo ?? 0 }).open({
      file,
      dimension: options.dimension ?? dimension,
      size: options.size ?? size,
    })
  const damaged = expect.objectContaining({ code: 'INDEX_DAMAGED', suggestion: expect.stringContaining('reindex') })

  it('refuses a file of another dimension or size', async () => {
    const file = await saveIndex(vectors)
    await expect(open(file, { dimension: 13 })).rejects.toEqual(damaged)
    await expect(open(file, { size: 299 })).rejects.toEqual(damaged)
    await expect(open(file, { size: 301 })).rejects.toEqual(damaged)
    await expect(open(file, { size: 0 })).rejects.toEqual(damaged)
  })

  it('refuses what is no index: missing, empty, ten bytes, text, a folder', async () => {
    const folder = await createTemporaryFolder()
    await expect(open(path.join(folder, 'missing'))).rejects.toEqual(damaged)
    for (const content of ['', '0123456789', 'no index, but long enough for a header. '.repeat(10)]) {
      await writeFile(path.join(folder, 'file'), content)
      await expect(open(path.join(folder, 'file'))).rejects.toEqual(damaged)
      await expect(open(path.join(folder, 'file'), { size: 0 })).rejects.toEqual(damaged)
    }
    await expect(open(folder)).rejects.toEqual(damaged)
  })

  it('refuses a file that is cut anywhere or goes on', async () => {
    const file = await saveIndex(vectors)
    const whole = await readFile(file)
    await writeFile(file, Buffer.concat([whole, Buffer.alloc(4)]))
    await expect(open(file)).rejects.toEqual(damaged)
    await writeFile(file, whole)
    for (let length = whole.length - 1; length > 0; length -= 1_009) {
      await truncate(file, length)
      await expect(open(file)).rejects.toEqual(damaged)
    }
  })

  it('survives any flipped bit: refused, or harmless to search', async () => {
    const file = await saveIndex(vectors)
    const whole = await readFile(file)
    const query = { vector: vectors[0] as Float32Array, k: 10 }
    let refused = 0
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: whole.length * 8 - 1 }), async (bit) => {
        const bytes = Buffer.from(whole)
        bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7))
        await writeFile(file, bytes)
        try {
          const index = await open(file)
          for (const hit of index.search(query)) expect(hit.ordinal).toBeLessThan(size)
          index.close()
        } catch (error) {
          expect(error).toEqual(damaged)
          refused++
        }
      }),
      { numRuns: 400 },
    )
    expect(refused).toBeGreaterThan(100)
  })

  it('refuses every flipped byte of the header', async () => {
    const file = await saveIndex(vectors)
    const whole = await readFile(file)
    for (let at = 0; at < 80; at++) {
      const bytes = Buffer.from(whole)
      bytes[at] = (bytes[at] ?? 0) ^ 0xff
      await writeFile(file, bytes)
      await expect(open(file), `byte ${at}`).rejects.toEqual(damaged)
    }
  })
})
