import { maxUploadBytes, uploadTypes } from '@/server/http/upload-types'
import type { ChosenFile } from './upload-entry'

/** Names and forms around a file take some of a request's bytes. */
const maxFileBytes = maxUploadBytes - 256 * 1024

/** Why a file cannot be sent, or the server would refuse it, by the code of its error; null where it would not. */
export function findUploadProblem({ path, file, problem }: ChosenFile): string | null {
  if (problem) return problem
  const name = path.toLowerCase()
  if (!uploadTypes.some((type) => name.endsWith(type))) return 'SOURCE_TYPE_UNSUPPORTED'
  if (file.size === 0) return 'SOURCE_EMPTY'
  if (file.size > maxFileBytes) return 'SOURCE_TOO_LARGE'
  return null
}
