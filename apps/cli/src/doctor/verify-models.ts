import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { embeddingModel } from '@shutten/embedding-model'
import { readerModel } from '@shutten/reader-model'

async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}

/** Compares every file of the bundled models with its manifest. */
export async function verifyModels(): Promise<string | { problem: string; fix: string }> {
  const files = new Map(
    [...Object.values(embeddingModel.files), ...Object.values(readerModel.files)].map((file) => [file.path, file]),
  )
  for (const file of files.values()) {
    const found = await sha256(file.path).catch(() => null)
    if (found !== file.sha256)
      return {
        problem: `${file.path} ${found === null ? 'is missing' : 'is not the file that was shipped'}`,
        fix: 'Restore it from the repository: `git checkout -- packages`.',
      }
  }
  return `${embeddingModel.id} and ${readerModel.id}: every file agrees with its checksum`
}
