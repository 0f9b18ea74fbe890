import type { StoredTurn } from '@shutten/core'
import { describe, expect, it } from 'vitest'
import type { TurnState } from './fetch-turn'
import { recoverTurn } from './recover-turn'

const kept: TurnState = { state: 'kept', conversationId: 'c', turn: { id: 't' } as StoredTurn }

async function recover(states: TurnState[], options: { signal?: AbortSignal } = {}) {
  const waits: number[] = []
  const result = await recoverTurn({
    fetchTurn: async () => states.shift() ?? { state: 'unreachable' },
    pause: async (milliseconds) => void waits.push(milliseconds),
    signal: options.signal ?? new AbortController().signal,
  })
  return { result, waits }
}

describe('recoverTurn', () => {
  it('waits past a server that is away and an answer that is being made', async () => {
    const { result, waits } = await recover([{ state: 'unreachable' }, { state: 'running' }, kept])
    expect(result).toBe(kept)
    expect(waits).toEqual([600, 1200, 2000])
  })
  it('says when the answer has to be asked for again', async () => {
    expect((await recover([{ state: 'unreachable' }, { state: 'unknown' }])).result).toBe('unknown')
  })
  it('gives up at last, and when it is told to', async () => {
    const { result, waits } = await recover([])
    expect(result).toBe('lost')
    expect(waits.length).toBeGreaterThan(30)
    expect((await recover([kept], { signal: AbortSignal.abort() })).result).toBe('lost')
  })
})
