import { readFile } from 'node:fs/promises'
import { ShuttenError } from '@shutten/core'
import { type Dataset, parseDataset } from '@shutten/evaluation'

/** Errors: SOURCE_NOT_FOUND, DATASET_INVALID. */
export async function readDataset(file: string): Promise<Dataset> {
  const text = await readFile(file, 'utf8').catch((cause) => {
    throw new ShuttenError({
      code: 'SOURCE_NOT_FOUND',
      message: `The dataset ${file} cannot be read.`,
      suggestion: 'Name a JSON file in the dataset format of docs/evaluation.md.',
      cause,
    })
  })
  try {
    return parseDataset(JSON.parse(text))
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause
    throw new ShuttenError({
      code: 'DATASET_INVALID',
      message: `The dataset ${file} is no JSON: ${cause.message}`,
      suggestion: 'Correct the file; docs/evaluation.md has the format.',
      cause,
    })
  }
}
