import { useCallback, useEffect, useRef, useState } from 'react'
import { fetchTurn, type TurnState } from '@/chat/fetch-turn'
import { recoverTurn } from '@/chat/recover-turn'

/** How often a question is sent anew by itself before the reader is asked. */
const maxResends = 2

/** Brings an answer whose stream broke off back, or has it asked for again. */
export function useRecovery(options: {
  onKept: (found: Extract<TurnState, { state: 'kept' }>) => void
  onUnknown: () => void
}) {
  const handlers = useRef(options)
  handlers.current = options
  const [recovering, setRecovering] = useState(false)
  const controller = useRef<AbortController | null>(null)
  const resends = useRef(new Map<string, number>())

  const cancel = useCallback(() => {
    controller.current?.abort()
    controller.current = null
    setRecovering(false)
  }, [])
  useEffect(() => cancel, [cancel])

  const recover = useCallback((turnId: string) => {
    controller.current?.abort()
    const current = new AbortController()
    controller.current = current
    const { signal } = current
    setRecovering(true)
    void recoverTurn({ fetchTurn: () => fetchTurn({ turnId, signal }), pause: (ms) => pause(ms, signal), signal }).then(
      (result) => {
        if (signal.aborted) return
        const sent = resends.current.get(turnId) ?? 0
        setRecovering(false)
        if (result === 'lost') return
        if (result !== 'unknown') handlers.current.onKept(result)
        else if (sent < maxResends) {
          resends.current.set(turnId, sent + 1)
          handlers.current.onUnknown()
        }
      },
    )
  }, [])
  return { recovering, recover, cancel }
}

/** Ends early when the browser says that it is connected again. */
function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer)
      window.removeEventListener('online', end)
      signal.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, milliseconds)
    window.addEventListener('online', end)
    signal.addEventListener('abort', end)
  })
}
