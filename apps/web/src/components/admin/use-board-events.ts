'use client'

import { useEffect, useEffectEvent, useState } from 'react'
import type { Board } from '@/server/http/follow-board'
import { callApi } from './call-api'

/** `signed-out`: the server turned the browser away, for its session has ended. */
export type Connection = 'open' | 'lost' | 'signed-out'

/** The server is heard from at least every 15 seconds; who was silent for longer is asked anew. */
const silenceMs = 25_000
const retryMs = 3_000

/**
 * Follows what is under way by server-sent events. A connection that was lost, or that a sleeping machine has let die
 * without a word, is made anew, and tells the present state first.
 */
export function useBoardEvents(options: {
  onBoard: (board: Board) => void
  /** The page was out of sight for long: what it shows may be old. */
  onReturn: () => void
}): Connection {
  const [connection, setConnection] = useState<Connection>('open')
  const onBoard = useEffectEvent(options.onBoard)
  const onReturn = useEffectEvent(options.onReturn)
  useEffect(() => {
    let source: EventSource | null = null
    let retry: ReturnType<typeof setTimeout> | undefined
    let heardAt = Date.now()
    let hiddenAt: number | null = null
    let isOver = false
    const findReason = async () => {
      const { error } = await callApi({ path: '/api/v1/session', method: 'GET' })
      if (!isOver) setConnection(error?.code === 'UNAUTHENTICATED' ? 'signed-out' : 'lost')
    }
    const connect = () => {
      clearTimeout(retry)
      source?.close()
      heardAt = Date.now()
      const own = new EventSource('/api/v1/jobs/events?of=open')
      source = own
      own.addEventListener('board', (event) => {
        heardAt = Date.now()
        setConnection('open')
        onBoard(JSON.parse(event.data) as Board)
      })
      own.onerror = () => {
        if (own !== source) return
        setConnection((before) => (before === 'open' ? 'lost' : before))
        if (own.readyState !== EventSource.CLOSED) return
        void findReason()
        retry = setTimeout(connect, retryMs)
      }
    }
    const isSilent = () => Date.now() - heardAt > silenceMs
    const look = () => {
      if (document.hidden) {
        hiddenAt ??= Date.now()
        return
      }
      const wasAway = hiddenAt !== null && Date.now() - hiddenAt > silenceMs
      hiddenAt = null
      if (isSilent()) connect()
      if (wasAway) onReturn()
    }
    const restored = (event: PageTransitionEvent) => {
      if (!event.persisted) return
      connect()
      onReturn()
    }
    const watch = setInterval(() => {
      if (!document.hidden && isSilent()) connect()
    }, 5_000)
    document.addEventListener('visibilitychange', look)
    window.addEventListener('online', connect)
    window.addEventListener('pageshow', restored)
    connect()
    return () => {
      isOver = true
      clearTimeout(retry)
      clearInterval(watch)
      source?.close()
      document.removeEventListener('visibilitychange', look)
      window.removeEventListener('online', connect)
      window.removeEventListener('pageshow', restored)
    }
  }, [])
  return connection
}
