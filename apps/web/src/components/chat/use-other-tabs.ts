import type { StoredTurn } from '@shutten/core'
import { useCallback, useEffect, useRef } from 'react'

const channelName = 'shutten-conversations'

/**
 * Keeps a conversation in step with its other tabs: told by them, and when this one is looked at again, it looks what the
 * conversation has become. `tell` says that it went on here.
 */
export function useOtherTabs(options: {
  conversationId: () => string | null
  lastTurnId: () => string | null
  /** Nothing is under way here. */
  isIdle: boolean
  onChange: (turns: StoredTurn[]) => void
}): { tell: () => void } {
  const current = useRef(options)
  current.current = options
  const channel = useRef<BroadcastChannel | null>(null)

  useEffect(() => {
    const controller = new AbortController()
    const look = async () => {
      const id = current.current.conversationId()
      if (!id || !current.current.isIdle || document.visibilityState === 'hidden') return
      const last = current.current.lastTurnId() ?? ''
      try {
        const address = `/api/conversations/${encodeURIComponent(id)}?last=${encodeURIComponent(last)}`
        const response = await fetch(address, { signal: controller.signal })
        if (response.status !== 200) return
        const { turns } = (await response.json()) as { turns: StoredTurn[] }
        // It may have gone on here while this was fetched.
        if (current.current.isIdle && (current.current.lastTurnId() ?? '') === last) current.current.onChange(turns)
      } catch {
        // Without a connection what is shown stays.
      }
    }
    const opened = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(channelName)
    channel.current = opened
    const onMessage = (event: MessageEvent) => {
      if (event.data === current.current.conversationId()) void look()
    }
    const onVisible = () => void look()
    opened?.addEventListener('message', onMessage)
    document.addEventListener('visibilitychange', onVisible)
    window.addEventListener('pageshow', onVisible)
    return () => {
      controller.abort()
      opened?.close()
      document.removeEventListener('visibilitychange', onVisible)
      window.removeEventListener('pageshow', onVisible)
    }
  }, [])

  const tell = useCallback(() => channel.current?.postMessage(current.current.conversationId()), [])
  return { tell }
}
