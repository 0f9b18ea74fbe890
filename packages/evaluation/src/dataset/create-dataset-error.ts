import { ShuttenError } from '@shutten/core'

/** How many problems one message lists. */
const listed = 5

/** DATASET_INVALID with the path of each problem: `questions[3].answers[0]: …`. */
export function createDatasetError(
  problems: readonly { path: readonly PropertyKey[]; message: string }[],
): ShuttenError {
  const lines = problems.slice(0, listed).map(({ path, message }) => `${formatPath(path)}: ${message}`)
  const more = problems.length > listed ? `; and ${problems.length - listed} more` : ''
  return new ShuttenError({
    code: 'DATASET_INVALID',
    message: `The dataset is not valid: ${lines.join('; ')}${more}.`,
    suggestion:
      'Correct it and run the evaluation again: { name, documents?: [{ id, title, text }], questions: [{ id, question, relevant?, answers?, evidence? }] }.',
  })
}

function formatPath(path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'dataset'
  return path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : `${text}${text && '.'}${String(key)}`),
    '',
  )
}
