import { maxUploadBytes, uploadTypes } from '@/server/http/upload-types'

/** Names and forms around a file take some of a request's bytes. */
const maxFileBytes = maxUploadBytes - 256 * 1024

/** Why the server would refuse a file, by the code of its error; null where it would not. */
export function findUploadProblem(file: { name: string; size: number }): string | null {
  const name = file.name.toLowerCase()
  if (!uploadTypes.some((type) => name.endsWith(type))) return 'SOURCE_TYPE_UNSUPPORTED'
  if (file.size === 0) return 'SOURCE_EMPTY'
  if (file.size > maxFileBytes) return 'SOURCE_TOO_LARGE'
  return null
}
