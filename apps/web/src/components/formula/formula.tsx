'use client'

import { useLayoutEffect, useRef, useState } from 'react'
import { findTypesetter, loadTypesetter } from './typesetter'

/** No macros without end, no rule as large as the page; nothing that names a class, a style or an address. */
const limits = { trust: false, throwOnError: true, maxExpand: 100, maxSize: [20, 20] as [number, number] }

/**
 * A formula in TeX, set as MathML. Until the typesetter has come, without scripts, and where it cannot read what is written,
 * the TeX itself stands there. It builds nodes, never markup from text.
 */
export function Formula(options: { source: string; tex: string; isDisplay: boolean }) {
  const { tex, isDisplay } = options
  const place = useRef<HTMLSpanElement>(null)
  const [isSet, setIsSet] = useState(false)
  useLayoutEffect(() => {
    let isWanted = true
    const set = (typesetter: NonNullable<ReturnType<typeof findTypesetter>>) => {
      if (!isWanted || !place.current) return
      try {
        typesetter.render(tex, place.current, { ...limits, displayMode: isDisplay })
        setIsSet(true)
      } catch {
        place.current.replaceChildren()
        setIsSet(false)
      }
    }
    const ready = findTypesetter()
    if (ready) set(ready)
    // Where it cannot be fetched the TeX stays.
    else loadTypesetter().then(set, () => undefined)
    return () => {
      isWanted = false
    }
  }, [tex, isDisplay])
  return (
    <span className="formula" data-display={isDisplay ? '' : undefined}>
      <code hidden={isSet}>{options.source}</code>
      <span ref={place} />
    </span>
  )
}
