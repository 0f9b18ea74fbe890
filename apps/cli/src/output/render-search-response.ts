import type { SearchResponse } from '@shutten/core'

const fixed = (value: number | null | undefined) => (value === null || value === undefined ? '–' : value.toFixed(3))

export function renderSearchResponse(response: SearchResponse): string {
  if (response.results.length === 0) return 'Nothing was found.'
  return response.results
    .map(({ rank, title, headingPath, uri, start, end, text, score, signals }) =>
      [
        `${rank}. ${[title, ...headingPath].join(' › ')}  (${score.toFixed(3)}; dense ${fixed(signals.dense)}, lexical ${fixed(signals.lexical)}, reranker ${fixed(signals.reranker)})`,
        `   ${uri} [${start}–${end}]`,
        `   ${text.replace(/\s+/g, ' ')}`,
      ].join('\n'),
    )
    .join('\n\n')
}
