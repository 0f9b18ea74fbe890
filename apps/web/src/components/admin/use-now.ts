'use client'

import { useEffect, useState } from 'react'

/** The time in ms, each second anew while `running`; null in the server's rendering, which does not know the reader's clock. */
export function useNow(running: boolean): number | null {
  const [now, setNow] = useState<number | null>(null)
  useEffect(() => {
    setNow(Date.now())
    if (!running) return
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [running])
  return now
}
