import { useContext, useEffect, useRef } from 'react'
import { isTyping } from '@/chat/is-typing'
import { SourceContext } from '../source/source-context'

/** `]` and `[`: the next and the previous citation; the first and the last of the newest answer while none is open. */
export function useCitationKeys(): void {
  const source = useContext(SourceContext)
  const current = useRef(source)
  current.current = source
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if ((event.key !== ']' && event.key !== '[') || isTyping(event)) return
      const step = event.key === ']' ? 1 : -1
      const { opened, open } = current.current
      if (opened) {
        const index = opened.index + step
        if (opened.citations[index]) open({ ...opened, index })
      } else {
        const entries = [...document.querySelectorAll('.entry')].filter((entry) =>
          entry.querySelector('.citation-marker'),
        )
        const markers = [...(entries.at(-1)?.querySelectorAll<HTMLElement>('.citation-marker') ?? [])]
        markers.at(step > 0 ? 0 : -1)?.click()
      }
      event.preventDefault()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
}
