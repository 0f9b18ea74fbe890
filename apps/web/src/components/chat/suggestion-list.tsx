'use client'

import { Icon } from '../ui/icon'

/** Questions the sources can answer, set like a table of contents. As links they work without a script too. */
export function SuggestionList(options: {
  heading: string
  suggestions: readonly string[]
  onAsk?: ((question: string) => void) | undefined
}) {
  if (options.suggestions.length === 0) return null
  return (
    <section className="mt-10 print:hidden">
      <h2 className="mb-2 font-body text-note font-bold text-ink-2">{options.heading}</h2>
      <ul className="border-t border-rule">
        {options.suggestions.map((suggestion) => (
          <li key={suggestion} className="border-b border-rule">
            <a
              href={`/?q=${encodeURIComponent(suggestion)}`}
              className="suggestion"
              onClick={(event) => {
                if (!options.onAsk || event.metaKey || event.ctrlKey || event.shiftKey) return
                event.preventDefault()
                options.onAsk(suggestion)
              }}
            >
              <span>{suggestion}</span>
              <Icon name="enter" />
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
