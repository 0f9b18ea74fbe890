'use client'

import { useEffect, useSyncExternalStore } from 'react'

function subscribe(onChange: () => void) {
  window.addEventListener('online', onChange)
  window.addEventListener('offline', onChange)
  return () => {
    window.removeEventListener('online', onChange)
    window.removeEventListener('offline', onChange)
  }
}

/** Says when the connection is gone, and keeps a page to show when a page cannot be fetched. */
export function OfflineSupport({ notice }: { notice: string }) {
  const online = useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
  )
  useEffect(() => {
    // Refused in private windows and over plain http; the application works without it.
    navigator.serviceWorker?.register('/sw.js').catch(() => undefined)
  }, [])
  return (
    <div role="status" className="print:hidden">
      {online ? null : <p className="bg-ink px-4 py-2 text-center text-small text-paper">{notice}</p>}
    </div>
  )
}
