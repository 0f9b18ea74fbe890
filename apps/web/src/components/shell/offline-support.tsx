'use client'

import { useOffline } from 'next/offline'
import { useEffect } from 'react'

/** Says when the server cannot be reached, and keeps a page to show when a page cannot be fetched. */
export function OfflineSupport({ notice }: { notice: string }) {
  const isOffline = useOffline()
  useEffect(() => {
    // Refused in private windows and over plain http; the application works without it.
    navigator.serviceWorker?.register('/sw.js').catch(() => undefined)
  }, [])
  return (
    <div role="status" className="print:hidden">
      {isOffline && <p className="bg-ink px-4 py-2 text-center text-small text-paper">{notice}</p>}
    </div>
  )
}
