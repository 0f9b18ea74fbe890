import { splitSentences } from '@shutten/text'

const onlyMarkers = /^\s*(?:[[［【〔(（][^\]］】〕)）\n]{0,24}[\]］】〕)）]\s*)+/

/**
 * Finished sentences from pieces of text, each with the markers that follow its stop.
 * The last sentence is held back until something follows it, since its markers may still come.
 */
export async function* splitStream(stream: AsyncIterable<string>): AsyncGenerator<string, void, undefined> {
  let buffer = ''
  const takeFinished = function* (final: boolean): Generator<string> {
    for (;;) {
      const spans = splitSentences(buffer)
      const first = spans[0]
      if (!first) return
      let end = first.end
      const following = onlyMarkers.exec(buffer.slice(end))
      if (following) end += following[0].length
      const rest = buffer.slice(end)
      // A lone bracket may be the beginning of a marker.
      const complete =
        final || (spans.length > 1 && rest.trim() !== '' && !/^\s*[[［【〔(（][^\]］】〕)）\n]{0,24}$/.test(rest))
      if (!complete) return
      yield buffer.slice(first.start, end)
      buffer = rest
    }
  }
  for await (const piece of stream) {
    buffer += piece
    yield* takeFinished(false)
  }
  yield* takeFinished(true)
}
