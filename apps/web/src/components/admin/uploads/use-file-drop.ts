'use client'

import { useEffect, useEffectEvent, useState } from 'react'

/**
 * Takes files that are dropped anywhere on the page: beside a smaller place for them, the browser would open them instead of
 * the page, and what was typed there would be lost.
 *
 * @param take told what was dropped; to be read before anything is awaited
 * @returns whether files are held over the page
 */
export function useFileDrop(take: (items: DataTransferItemList) => void): boolean {
  const [over, setOver] = useState(false)
  const onTake = useEffectEvent(take)
  useEffect(() => {
    // Text that is dragged into a field is none of it.
    const findFiles = ({ dataTransfer }: DragEvent) => (dataTransfer?.types.includes('Files') ? dataTransfer : null)
    const hold = (event: DragEvent) => {
      if (!findFiles(event)) return
      event.preventDefault()
      setOver(true)
    }
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent) => {
      const files = findFiles(event)
      if (!files) return
      event.preventDefault()
      setOver(false)
      onTake(files.items)
    }
    window.addEventListener('dragover', hold)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', hold)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
    }
  }, [])
  return over
}
