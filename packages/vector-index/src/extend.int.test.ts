import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { createTemporaryFolder } from '@shutten/testing'
import { describe, expect, it } from 'vitest'
import { createHnswIndexFactory } from './create-hnsw-index-factory.js'
import { createRandom, createVectors, findExactly } from './fixtures/create-vectors.js'

const dimension = 16
const factory = createHnswIndexFactory({ exactUpTo: 0 })

interface Built {
  file: string
  vectors: Float32Array[]
}
/** Either the vector of a number in the index before, or a new one. */
type Plan = (number | Float32Array)[]

async function build({ plan, previous }: { plan: Plan; previous?: Built }): Promise<Built> {
  const file = path.join(await createTemporaryFolder(), factory.fileName)
  const builder = await factory.createBuilder({
    dimension,
    capacity: plan.length,
    ...(previous && { previous: { file: previous.file, size: previous.vectors.length } }),
  })
  const vectors = plan.map((one, ordinal) => {
    if (typeof one === 'number') {
      builder.copy({ ordinal, from: one })
      return builder.readBase(one)
    }
    builder.add({ ordinal, vector: one })
    return one
  })
  await builder.save(file)
  builder.close()
  return { file, vectors }
}

/** Share of the ten nearest that are found, over many queries; also that everything found is there, once. */
async function measureRecall({ file, vectors }: Built): Promise<number> {
  const index = await factory.open({ file, dimension, size: vectors.length })
  let found = 0
  const queries = createVectors({ count: 100, dimension, seed: 77 })
  for (const vector of queries) {
    const hits = index.search({ vector, k: 10 })
    expect(new Set(hits.map(({ ordinal }) => ordinal)).size).toBe(10)
    for (const { ordinal, similarity } of hits) {
      const own = vectors[ordinal] as Float32Array
      expect(similarity).toBeCloseTo(
        own.reduce((sum, value, at) => sum + value * (vector[at] as number), 0),
        3,
      )
    }
    const nearest = new Set(findExactly(vectors, vector, 10).map(({ ordinal }) => ordinal))
    found += hits.filter(({ ordinal }) => nearest.has(ordinal)).length
  }
  index.close()
  return found / (queries.length * 10)
}

const first = createVectors({ count: 1_500, dimension, seed: 1 })
const more = createVectors({ count: 400, dimension, seed: 2 })

describe('an index that follows another', () => {
  it('finds what is there as well as one that was built anew, build after build', async () => {
    const random = createRandom(5)
    let current = await build({ plan: first })
    for (let round = 0; round < 6; round++) {
      const kept = current.vectors.map((_, ordinal) => ordinal).filter(() => random() > 0.04)
      const added = createVectors({ count: 40 + round * 15, dimension, seed: 10 + 2 * round })
      // New ones take places among the old, as a generation gives them the numbers that came free.
      const plan: Plan = [...kept]
      for (const vector of added) plan.splice(Math.floor(random() * plan.length), 0, vector)
      current = await build({ plan, previous: current })
      expect(await measureRecall(current)).toBeGreaterThan(0.97)
    }
  })

  it('keeps the links of what stays: only what is new is linked', async () => {
    const base = await build({ plan: first })
    const plan: Plan = [...first.keys(), ...more.slice(0, 3)]
    const next = await build({ plan, previous: base })
    const bytes = 4 + 2 * 16 * 4 + dimension * 4 + 8
    const [before, after] = await Promise.all([readFile(base.file), readFile(next.file)])
    let same = 0
    for (let element = 0; element < first.length; element++) {
      const at = 96 + element * bytes
      if (before.subarray(at, at + bytes).equals(after.subarray(at, at + bytes))) same++
    }
    expect(same).toBeGreaterThan(first.length * 0.9)
  })

  it('holds nothing of what was removed', async () => {
    const base = await build({ plan: first })
    const gone = new Set([3, 700, 1_499])
    const next = await build({ plan: [...first.keys()].filter((ordinal) => !gone.has(ordinal)), previous: base })
    const bytes = await readFile(next.file)
    const before = await readFile(base.file)
    const bytesPerElement = 4 + 2 * 16 * 4 + dimension * 4 + 8
    for (const ordinal of gone) {
      const at = 96 + ordinal * bytesPerElement + 4 + 2 * 16 * 4
      const vector = before.subarray(at, at + 12)
      expect(bytes.indexOf(vector)).toBe(-1)
    }
    expect(await measureRecall(next)).toBeGreaterThan(0.97)
  })

  it('builds anew where much has gone', async () => {
    const base = await build({ plan: first })
    const next = await build({ plan: [...first.keys()].slice(400), previous: base })
    const anew = await build({ plan: next.vectors })
    expect((await stat(next.file)).size).toBeLessThan((await stat(base.file)).size * 0.85)
    expect(await measureRecall(next)).toBeGreaterThanOrEqual((await measureRecall(anew)) - 0.01)
  })

  it('keeps vectors that are the same apart from their number', async () => {
    const same = first[7] as Float32Array
    const base = await build({ plan: [...first, same, same] })
    // The node of the three goes, a twin stays; another twin comes.
    const plan: Plan = [...first.keys()].filter((ordinal) => ordinal !== 7)
    const next = await build({ plan: [...plan, 1_500, 1_501, 1_501 - 1_501 + 12], previous: base })
    const index = await factory.open({ file: next.file, dimension, size: next.vectors.length })
    const hits = index.search({ vector: same, k: 2 })
    expect(hits.map(({ ordinal }) => ordinal)).toEqual([1_499, 1_500])
    expect(hits.every(({ similarity }) => similarity > 0.9999)).toBe(true)
    index.close()
  })

  it('takes a vector again that is there already', async () => {
    const base = await build({ plan: first })
    const again = await build({ plan: [...first.keys(), ...first.slice(0, 40)], previous: base })
    const next = await build({ plan: [...again.vectors.keys()], previous: again })
    expect(await measureRecall(next)).toBeGreaterThan(0.97)
  })

  it('refuses what the index before does not hold', async () => {
    const base = await build({ plan: first.slice(0, 20) })
    await expect(build({ plan: [20], previous: base })).rejects.toMatchObject({ code: 'INPUT_INVALID' })
    await expect(build({ plan: [0] })).rejects.toMatchObject({ code: 'INPUT_INVALID' })
  })
})
