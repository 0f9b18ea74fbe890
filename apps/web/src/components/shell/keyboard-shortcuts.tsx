'use client'

import { useEffect, useState } from 'react'
import { isTyping, shortcutsSwitch } from '@/chat/is-typing'

const actions: Record<string, (event: KeyboardEvent) => void> = {
  '?': () => document.querySelector<HTMLDialogElement>('#shortcuts')?.showModal(),
  '/': () => {
    const field = document.querySelector<HTMLElement>('#question, main input[type=search]')
    if (field) field.focus()
    else window.location.assign('/')
  },
  n: () => window.location.assign('/'),
  h: () => window.location.assign('/history'),
}

/** The page's single keys, and the switch that turns them off (WCAG 2.1.4). */
export function KeyboardShortcuts({ switchLabel }: { switchLabel: string }) {
  const [isOn, setOn] = useState(true)
  useEffect(() => {
    try {
      setOn(localStorage.getItem(shortcutsSwitch) !== 'off')
    } catch {
      // Where nothing may be kept they are on.
    }
    const onKeyDown = (event: KeyboardEvent) => {
      const action = actions[event.key]
      if (!action || isTyping(event)) return
      event.preventDefault()
      action(event)
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
  return (
    <label className="mt-4 flex items-center gap-2 text-small">
      <input
        type="checkbox"
        checked={isOn}
        onChange={(event) => {
          setOn(event.target.checked)
          try {
            localStorage.setItem(shortcutsSwitch, event.target.checked ? 'on' : 'off')
          } catch {
            // It holds for this page.
          }
        }}
      />
      {switchLabel}
    </label>
  )
}
