import type { SearchFilters } from '@shutten/core'
import { createTurnId } from './create-turn-id'

/** A question whose answer is being made: it outlives a page that is loaded anew, in its tab. */
export interface PendingTurn {
  turnId: string
  conversationId: string | null
  question: string
  filters: SearchFilters | null
}

const key = 'shutten-pending-turn'
/** An answer that takes longer is looked for in the history. */
const keptMs = 10 * 60_000
/** Tells this page from the one that was loaded before it. */
const page = createTurnId()

export function keepPendingTurn(turn: PendingTurn): void {
  write(JSON.stringify({ ...turn, page, askedAt: Date.now() }))
}

export function dropPendingTurn(): void {
  write(null)
}

/** What the page before this one left unanswered in a conversation; null: nothing, or it was kept meanwhile. */
export function findPendingTurn(options: {
  conversationId: string | null
  keptTurnIds: readonly string[]
}): PendingTurn | null {
  const { conversationId, keptTurnIds } = options
  const found = read()
  if (!found || found.page === page || Date.now() - found.askedAt > keptMs) return null
  if (found.conversationId !== conversationId || keptTurnIds.includes(found.turnId)) return null
  const { turnId, question, filters } = found
  return { turnId, conversationId, question, filters }
}

function read(): (PendingTurn & { page: string; askedAt: number }) | null {
  try {
    return JSON.parse(window.sessionStorage.getItem(key) ?? 'null')
  } catch {
    return null
  }
}

/** Where nothing can be stored, nothing outlives the page. */
function write(text: string | null): void {
  try {
    if (text === null) window.sessionStorage.removeItem(key)
    else window.sessionStorage.setItem(key, text)
  } catch {}
}
