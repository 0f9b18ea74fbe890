import { type Generation, type ServingGeneration, ShuttenError } from '@shutten/core'
import { describe, expect, it } from 'vitest'
import { createServingGenerations } from './create-serving-generations.js'

function createWorld() {
  const opened: string[] = []
  const closed: string[] = []
  const missing = new Set<string>()
  const state = { serving: null as string | null }
  const generations = createServingGenerations({
    store: {
      async open(id) {
        if (missing.has(id)) throw new ShuttenError({ code: 'GENERATION_NOT_FOUND', message: id, suggestion: 'none' })
        opened.push(id)
        return { id, close: () => closed.push(id) } as unknown as Generation
      },
    },
    records: {
      findServing: async () => (state.serving ? ({ id: state.serving } as ServingGeneration) : null),
    },
  })
  return { generations, opened, closed, missing, state }
}

describe('createServingGenerations', () => {
  it('says what to do when nothing is indexed', async () => {
    const { generations } = createWorld()
    await expect(generations.acquire()).rejects.toMatchObject({ code: 'INDEX_EMPTY' })
  })

  it('opens a generation once for many readers', async () => {
    const { generations, opened, state } = createWorld()
    state.serving = 'g1'
    const leases = await Promise.all(Array.from({ length: 5 }, () => generations.acquire()))
    expect(opened).toEqual(['g1'])
    expect(new Set(leases.map(({ generation }) => generation)).size).toBe(1)
  })

  it('lets readers in flight finish on the old generation and closes it with the last', async () => {
    const { generations, closed, state } = createWorld()
    state.serving = 'g1'
    const [first, second] = [await generations.acquire(), await generations.acquire()]
    state.serving = 'g2'
    const third = await generations.acquire()
    expect([first.generation.id, second.generation.id, third.generation.id]).toEqual(['g1', 'g1', 'g2'])
    first.release()
    first.release()
    expect(closed).toEqual([])
    second.release()
    expect(closed).toEqual(['g1'])
  })

  it('looks again when the generation vanished between the look and the opening', async () => {
    const { generations, missing, state } = createWorld()
    state.serving = 'g1'
    missing.add('g1')
    const acquired = generations.acquire()
    state.serving = 'g2'
    expect((await acquired).generation.id).toBe('g2')
  })

  it('names a generation that is gone for good', async () => {
    const { generations, missing, state } = createWorld()
    state.serving = 'g1'
    missing.add('g1')
    await expect(generations.acquire()).rejects.toMatchObject({ code: 'GENERATION_NOT_FOUND' })
  })

  it('closes what is open when it is closed', async () => {
    const { generations, closed, state } = createWorld()
    state.serving = 'g1'
    ;(await generations.acquire()).release()
    await generations.close()
    expect(closed).toEqual(['g1'])
  })
})
