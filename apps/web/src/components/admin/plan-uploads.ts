import type { ItemFailure } from '@shutten/core'
import { maxUploadBytes, uploadTypes } from '../../server/http/upload-types'

/** Names and forms around the files take some of a request's bytes. */
const batchBytes = maxUploadBytes - 256 * 1024
const batchFiles = 200

interface FileLike {
  name: string
  size: number
}

/**
 * Sorts chosen files into requests that the server takes, and those that it would refuse, each with the reason: one
 * bad file does not hold up the others.
 */
export function planUploads<T extends FileLike>(files: readonly T[]): { batches: T[][]; refused: ItemFailure[] } {
  const batches: T[][] = []
  const refused: ItemFailure[] = []
  let size = 0
  for (const file of files) {
    const code = findProblem(file)
    if (code) {
      refused.push({ uri: file.name, code, message: code })
      continue
    }
    const last = batches.at(-1)
    if (last && last.length < batchFiles && size + file.size <= batchBytes) {
      last.push(file)
      size += file.size
    } else {
      batches.push([file])
      size = file.size
    }
  }
  return { batches, refused }
}

function findProblem(file: FileLike): string | null {
  const name = file.name.toLowerCase()
  if (!uploadTypes.some((type) => name.endsWith(type))) return 'SOURCE_TYPE_UNSUPPORTED'
  if (file.size === 0) return 'SOURCE_EMPTY'
  if (file.size > batchBytes) return 'SOURCE_TOO_LARGE'
  return null
}
