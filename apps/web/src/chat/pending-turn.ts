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
/** A page that was to be left and is still there after so long stays: a download began, or the reader changed her mind. */
const leavingMs = 10_000
/** Tells this page from the one that was loaded before it. */
const page = createTurnId()

export function keepPendingTurn(turn: PendingTurn): void {
  write(JSON.stringify({ ...turn, page, askedAt: Date.now() }))
}

/** Of a page that is being left nothing is dropped: what comes to it now, nobody sees. */
export function dropPendingTurn(): void {
  if (!isLeft()) write(null)
}

/**
 * What the page before this one left unanswered in a conversation; null: nothing, or it was kept meanwhile. Only for a page
 * that was loaded again: who follows a link to a new conversation wants a new one.
 */
export function findPendingTurn(options: {
  conversationId: string | null
  keptTurnIds: readonly string[]
}): PendingTurn | null {
  const { conversationId, keptTurnIds } = options
  const found = read()
  if (!found || !isLoadedAgain() || found.page === page || Date.now() - found.askedAt > keptMs) return null
  if (found.conversationId !== conversationId || keptTurnIds.includes(found.turnId)) return null
  const { turnId, question, filters } = found
  return { turnId, conversationId, question, filters }
}

function isLoadedAgain(): boolean {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  const { wasDiscarded = false } = document as Document & { wasDiscarded?: boolean }
  return wasDiscarded || navigation?.type === 'reload' || navigation?.type === 'back_forward'
}

let leftAt = Number.NEGATIVE_INFINITY
const isLeft = () => performance.now() - leftAt < leavingMs
if (typeof window !== 'undefined')
  window.addEventListener('beforeunload', () => {
    leftAt = performance.now()
  })

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
