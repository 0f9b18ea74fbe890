import Link from 'next/link'
import type { ReactNode } from 'react'

/** A number and what it counts; it leads to the list of what it counts, where there is one. */
export function Figure(options: { name: string; href?: string; note?: string | null; children: ReactNode }) {
  const { name, href, note, children } = options
  return (
    <div className="overview-figure">
      <dt>{name}</dt>
      <dd>
        {href ? (
          <Link href={href} prefetch={false} className="underline decoration-1 underline-offset-4">
            {children}
          </Link>
        ) : (
          children
        )}
        {note ? <span className="block text-note text-ink-2">{note}</span> : null}
      </dd>
    </div>
  )
}
