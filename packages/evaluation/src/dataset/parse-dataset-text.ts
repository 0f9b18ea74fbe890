import { ShuttenError } from '@shutten/core'
import type { Dataset } from './dataset.js'
import { countLines, locateInJson } from './locate-in-json.js'
import { checkDataset } from './parse-dataset.js'

/** How many problems are listed. */
const listed = 20

/**
 * Reads a dataset file as somebody sends it, and says of each thing that is wrong on which line it stands.
 * Errors: DATASET_INVALID, with a line for each problem in its message.
 */
export function parseDatasetText(text: string): Dataset {
  // Some editors put a mark at the beginning.
  const json = text.replace(/^\uFEFF/, '')
  let input: unknown
  try {
    input = JSON.parse(json)
  } catch (error) {
    const message = error instanceof Error ? error.message : ''
    const place = /position (\d+)/.exec(message)?.[1]
    // Some versions tell no position where the text just ends.
    const line = countLines(json, place === undefined ? json.trimEnd().length : Number(place))
    throw createLinesError([{ line, message: 'from here on it is not valid JSON' }])
  }
  const { dataset, problems } = checkDataset(input)
  if (dataset) return dataset
  throw createLinesError(
    problems.map(({ path, message }) => {
      const field = path.filter((key) => typeof key === 'string').at(-1)
      const what = field === undefined || field === 'questions' ? message : `${String(field)}: ${message}`
      return { line: locateInJson({ json, path }), message: what }
    }),
  )
}

function createLinesError(problems: readonly { line: number; message: string }[]): ShuttenError {
  const sorted = [...problems].sort((a, b) => a.line - b.line)
  const lines = sorted.slice(0, listed).map(({ line, message }) => `line ${line}: ${message}`)
  const more = sorted.length > listed ? `\n… and ${sorted.length - listed} more` : ''
  return new ShuttenError({
    code: 'DATASET_INVALID',
    message: `The file is not a valid dataset; nothing was taken over.\n${lines.join('\n')}${more}`,
    suggestion:
      'Correct these lines and import it again: { "name": …, "questions": [{ "id", "question", "answers": [["…"]] or null, "relevant"?, "evidence"?, "kind"?, "lang"? }] }.',
  })
}
