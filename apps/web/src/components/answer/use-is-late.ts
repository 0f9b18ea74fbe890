'use client'

import { useEffect, useState } from 'react'

/** Longer than an answer takes to begin, on a slow machine too. */
const lateAfterMs = 8_000

/** Whether something has been waited for longer than usual. */
export function useIsLate(isWaiting: boolean): boolean {
  const [isLate, setIsLate] = useState(false)
  useEffect(() => {
    setIsLate(false)
    if (!isWaiting) return
    const timer = setTimeout(() => setIsLate(true), lateAfterMs)
    return () => clearTimeout(timer)
  }, [isWaiting])
  return isLate
}
