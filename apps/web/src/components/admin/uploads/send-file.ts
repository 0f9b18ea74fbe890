import type { ApiError, ApiResult } from '../call-api'
import type { ChosenFile } from './upload-entry'

/** Milliseconds between two words of progress: hundreds of files are on one page. */
const progressMs = 200

/**
 * Sends one file, and tells how many of its bytes are up. It never throws; a call that was ended answers CANCELLED, NETWORK
 * that the server was not reached.
 */
export function sendFile(options: {
  uploadId: string
  chosen: ChosenFile
  onProgress: (sentBytes: number) => void
  signal: AbortSignal
}): Promise<ApiResult<{ files: string[] }>> {
  const { uploadId, chosen, onProgress, signal } = options
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    const fail = (code: string) => resolve({ error: { code, message: code, suggestion: '' } })
    request.open('PUT', `/api/v1/uploads/${uploadId}`)
    request.responseType = 'json'
    let toldAt = 0
    request.upload.onprogress = ({ loaded }) => {
      if (Date.now() - toldAt < progressMs) return
      toldAt = Date.now()
      onProgress(Math.min(loaded, chosen.file.size))
    }
    request.onload = () => {
      const answer = request.response as { files: string[]; error?: ApiError } | null
      if (answer?.error) resolve({ error: answer.error })
      else if (answer && request.status < 300) resolve({ value: answer })
      else fail('INTERNAL')
    }
    // A file that was changed or moved since it was chosen ends the request as a lost connection does.
    request.onerror = async () => fail((await canRead(chosen.file)) ? 'NETWORK' : 'SOURCE_UNREADABLE')
    request.onabort = () => fail('CANCELLED')
    signal.addEventListener('abort', () => request.abort(), { once: true })
    if (signal.aborted) return fail('CANCELLED')
    const body = new FormData()
    body.append('files', chosen.file, chosen.path)
    request.send(body)
  })
}

const canRead = (file: File) =>
  file
    .slice(0, 1)
    .arrayBuffer()
    .then(
      () => true,
      () => false,
    )
