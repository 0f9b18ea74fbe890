import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { ShuttenError } from '@shutten/core'
import type { ModelFile } from './model-file.js'

/**
 * Reads the file through and compares its sha256.
 * Errors: MODEL_FILE_DAMAGED when it is missing, unreadable, cut short or changed.
 */
export async function verifyModelFile(file: ModelFile): Promise<void> {
  const hash = createHash('sha256')
  let bytes = 0
  try {
    await pipeline(createReadStream(file.path, { highWaterMark: 1 << 20 }), async (chunks) => {
      for await (const chunk of chunks as AsyncIterable<Buffer>) {
        bytes += chunk.length
        hash.update(chunk)
      }
    })
  } catch (cause) {
    const missing = (cause as NodeJS.ErrnoException).code === 'ENOENT'
    throw damaged(file, missing ? 'is missing' : `cannot be read (${(cause as Error).message})`, cause)
  }
  if (bytes !== file.bytes) throw damaged(file, `has ${bytes} bytes in place of ${file.bytes}`)
  if (hash.digest('hex') !== file.sha256) throw damaged(file, 'does not hold what its checksum says')
}

function damaged(file: ModelFile, what: string, cause?: unknown): ShuttenError {
  return new ShuttenError({
    code: 'MODEL_FILE_DAMAGED',
    message: `The model file ${file.path} ${what}.`,
    suggestion: `Restore it from the repository: git checkout -- "${file.path}"`,
    cause,
  })
}
