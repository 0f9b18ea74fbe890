import { createOrdinalSet, type Generation, type GenerationEntry, type LinkedEntry } from '@shutten/core'
import { createTemporaryFolder } from '@shutten/testing'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createEntries, createVector } from '../fixtures/create-entries.js'
import { build, createStore } from '../fixtures/create-store.js'

const indexed = 30

/** 30 passages; passage `i` of the 12 behind them says what passage `i % 5` says. */
async function createLinked() {
  const store = createStore(await createTemporaryFolder())
  const all = createEntries(indexed + 12)
  const entries = all.map(({ passage, vector }, at): GenerationEntry | LinkedEntry =>
    at < indexed
      ? { passage, vector, fingerprint: `print-${at}` }
      : { passage: { ...passage, text: (all[at % 5] as GenerationEntry).passage.text }, linkedTo: at % 5 },
  )
  const manifest = await build(store, entries, { indexed, linker: 'words@1' })
  const generation = await store.open('g1')
  onTestFinished(() => generation.close())
  return { store, manifest, generation }
}

const search = (generation: Generation, of: number, ordinals?: readonly number[]) => {
  const within = ordinals && { within: createOrdinalSet({ capacity: indexed + 12, ordinals }) }
  return {
    dense: generation.vectors.search({ vector: createVector(of), k: 3, ...within }).map(({ ordinal }) => ordinal),
    lexical: generation.lexical.search({ text: `v${of}`, k: 3, ...within }).map(({ ordinal }) => ordinal),
  }
}

describe('linked passages', () => {
  it('are stored, not indexed', async () => {
    const { manifest, generation, store } = await createLinked()
    expect(manifest.counts).toEqual({ documents: 14, passages: 42, linked: 12, vectors: 30, lexical: 30 })
    expect(generation.vectors.size).toBe(30)
    expect(generation.findPassage('passage-33')?.ordinal).toBe(33)
    expect(generation.getDocumentPassages('document-11').map(({ ordinal }) => ordinal)).toEqual([33, 34, 35])
    expect([0, 29, 30, 36, 42].map(generation.getLink)).toEqual([null, null, 0, 1, null])
    expect(generation.listAlike(1)).toEqual([31, 36, 41])
    expect(generation.listAlike(36)).toEqual([1, 31, 41])
    expect(generation.listAlike(7)).toEqual([])
    expect(await store.verify('g1')).toEqual([])
  })

  it('are found where a filter lets them through and not what they are linked to, in one place', async () => {
    const { generation } = await createLinked()
    expect(search(generation, 1).dense[0]).toBe(1)
    expect(search(generation, 1).lexical[0]).toBe(1)
    const narrowed = search(generation, 1, [31, 36, 7])
    expect(narrowed.dense).toEqual([31, 7])
    expect(narrowed.lexical[0]).toBe(31)
    expect(narrowed.lexical).not.toContain(36)
    expect(search(generation, 1, [1, 36])).toEqual({ dense: [1], lexical: [1] })
    expect(search(generation, 1, [41])).toEqual({ dense: [41], lexical: [41] })
    expect(search(generation, 1, [32]).dense).toEqual([32])
  })

  it('are found by their fingerprints with what is indexed only', async () => {
    const { generation } = await createLinked()
    expect(generation.findFingerprints(['print-3', 'print-31', 'none', 'print-0'])).toEqual(
      new Map([
        ['print-0', 0],
        ['print-3', 3],
      ]),
    )
  })

  it('are copied into the next generation, and become indexed ones', async () => {
    const { store } = await createLinked()
    const { vector } = createEntries(1)[0] as GenerationEntry
    const next = await store.open('g1')
    const [passage] = next.getPassages([31])
    next.close()
    // Passage 1 goes; 31, which said the same, takes its place, and 36 and 41 are linked to it.
    const kept = Array.from({ length: indexed }, (_, from) =>
      from === 1 && passage ? { passage, vector, fingerprint: 'print-1' } : { from },
    )
    const linked = [36, 41].map((from) => ({ from, linkedTo: 1 }))
    await build(store, [...kept, ...linked], { id: 'g2', previous: 'g1', indexed, linker: 'words@1' })
    const generation = await store.open('g2')
    onTestFinished(() => generation.close())
    expect(generation.getPassages([1])[0]?.id).toBe('passage-31')
    expect(generation.listAlike(1)).toEqual([30, 31])
    expect(generation.getPassages([30, 31]).map(({ id }) => id)).toEqual(['passage-36', 'passage-41'])
    expect(generation.findPassage('passage-1')).toBeNull()
    expect(generation.findFingerprints(['print-1', 'print-29']).get('print-29')).toBe(29)
  })

  it('must come as announced', async () => {
    const store = createStore(await createTemporaryFolder())
    const entries = createEntries(3)
    const link = (linkedTo: number): LinkedEntry => ({ linkedTo, passage: (entries[2] as GenerationEntry).passage })
    const invalid = expect.objectContaining({ code: 'INPUT_INVALID' })
    await expect(build(store, entries, { indexed: 2 })).rejects.toEqual(invalid)
    await expect(build(store, [...entries.slice(0, 2), link(2)], { indexed: 2 })).rejects.toEqual(invalid)
    await expect(build(store, [...entries.slice(0, 1), link(0)], { indexed: 2 })).rejects.toEqual(invalid)
    expect(await store.list()).toEqual([])
  })
})
