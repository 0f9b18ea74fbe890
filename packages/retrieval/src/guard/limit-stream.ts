import { ShuttenError } from '@shutten/core'

/** Characters that no answer from a handful of passages needs. */
const maxCharacters = 8_000
/** A model that repeats itself over this many characters will go on so. */
const repeatedCharacters = 400
const longestPeriod = 120

/**
 * The pieces of an answer, until it grows without end or turns in circles: then the model is stopped.
 * Errors: LLM_UNAVAILABLE, as for any answer that breaks off; those of the stream.
 */
export async function* limitStream(options: {
  stream: AsyncIterable<string>
  /** Names the model in the error. */
  id: string
}): AsyncGenerator<string, void, undefined> {
  let length = 0
  let checked = 0
  let tail = ''
  for await (const piece of options.stream) {
    length += piece.length
    tail = (tail + piece).slice(-repeatedCharacters)
    const isLong = length > maxCharacters
    if (isLong || (length - checked >= repeatedCharacters && turnsInCircles(tail)))
      throw new ShuttenError({
        code: 'LLM_UNAVAILABLE',
        message: `The language model ${options.id} ${isLong ? `wrote more than ${maxCharacters.toLocaleString('en')} characters` : 'repeated itself without end'}, and was stopped.`,
        suggestion:
          'Ask again; if it goes on so, one of the sources may tell models to, or the model may be too small.',
      })
    if (length - checked >= repeatedCharacters) checked = length
    yield piece
  }
}

function turnsInCircles(tail: string): boolean {
  if (tail.length < repeatedCharacters || !/[\p{L}\p{N}]/u.test(tail)) return false
  for (let period = 1; period <= longestPeriod; period++) if (tail.slice(period) === tail.slice(0, -period)) return true
  return false
}
