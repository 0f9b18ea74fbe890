import { ShuttenError } from '@shutten/core'
import type { Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'

/** Parses HTML as browsers do. Errors: SOURCE_UNREADABLE when its elements are nested too deeply to be gone through. */
export function parseHtml(options: { html: string; uri: string; fragment?: boolean }): Root {
  return guardDepth(options.uri, () => fromHtml(options.html, { fragment: options.fragment ?? false }))
}

/** Runs a recursive reading of a document; an exhausted stack becomes a coded error. */
export function guardDepth<Result>(uri: string, read: () => Result): Result {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new ShuttenError({
      code: 'SOURCE_UNREADABLE',
      message: `${uri} cannot be read: its parts are nested too deeply.`,
      suggestion: 'Save the text of the page in a simpler form, as text or Markdown.',
      cause: error,
    })
  }
}
