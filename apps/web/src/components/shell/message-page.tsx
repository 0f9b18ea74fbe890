import type { ReactNode } from 'react'

/** A page that has one thing to say. */
export function MessagePage(options: { title: string; text: string; children: ReactNode }) {
  return (
    <main id="content" tabIndex={-1} className="page grid min-h-[70dvh] content-center">
      <div className="mx-auto w-full max-w-[34rem] border-t-2 border-ink pt-7">
        <h1 className="mb-3 text-title">{options.title}</h1>
        <p className="phrased mb-7 text-ink-2">{options.text}</p>
        <p className="flex flex-wrap gap-3">{options.children}</p>
      </div>
    </main>
  )
}
