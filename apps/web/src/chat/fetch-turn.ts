import type { StoredTurn } from '@shutten/core'

export type TurnState =
  | { state: 'kept'; conversationId: string; turn: StoredTurn }
  /** It is being made; the server knows nothing of it; the server cannot be reached. */
  | { state: 'running' | 'unknown' | 'unreachable' }

/** What became of an answer whose stream broke off. */
export async function fetchTurn(options: { turnId: string; signal: AbortSignal }): Promise<TurnState> {
  try {
    const response = await fetch(`/api/chat/turns/${options.turnId}`, { signal: options.signal })
    // Without a session there is nothing to fetch.
    if (response.status === 404) return { state: 'unknown' }
    return response.ok ? ((await response.json()) as TurnState) : { state: 'unreachable' }
  } catch {
    return { state: 'unreachable' }
  }
}
