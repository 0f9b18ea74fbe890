import { stat } from 'node:fs/promises'
import path from 'node:path'
import type { GenerationManifest } from '@shutten/core'
import { hashFile } from './files/hash-file.js'

/**
 * Compares the files of a generation with its manifest: sizes, and with `isThorough` every byte.
 * Each problem completes "… is damaged: …".
 */
export async function findProblems({
  folder,
  manifest,
  names,
  isThorough,
}: {
  folder: string
  manifest: GenerationManifest
  names: readonly string[]
  isThorough: boolean
}): Promise<string[]> {
  const problems: string[] = []
  for (const name of names) {
    const expected = manifest.files[name]
    if (!expected) {
      problems.push(`its manifest does not name ${name}`)
      continue
    }
    const file = path.join(folder, name)
    const found = await stat(file).catch(() => null)
    if (!found?.isFile()) problems.push(`${name} is missing`)
    else if (found.size !== expected.bytes)
      problems.push(`${name} has ${found.size} bytes instead of ${expected.bytes}`)
    else if (isThorough) {
      const actual = await hashFile(file).catch(() => null)
      if (!actual) problems.push(`${name} cannot be read`)
      else if (actual.sha256 !== expected.sha256) problems.push(`${name} does not match its checksum`)
    }
  }
  return problems
}
