import path from 'node:path'
import { ShuttenError } from '@shutten/core'
import { uploadTypes } from './upload-types'

/**
 * Where an uploaded file is kept, relative to the uploads folder: its own name, with the folders it was dropped in.
 * The same name is the same document: uploading it again updates it.
 * Errors: INPUT_INVALID (no name to speak of), SOURCE_TYPE_UNSUPPORTED.
 */
export function uploadPath(name: string): string {
  const segments = name
    .normalize('NFC')
    .split(/[\\/]+/)
    .map(cleanSegment)
    .filter((segment) => segment !== '')
    .slice(-8)
  const file = segments.at(-1)
  if (!file)
    throw new ShuttenError({
      code: 'INPUT_INVALID',
      message: 'A file came without a name.',
      suggestion: 'Give each file its name.',
    })
  const ending = path.extname(file).toLowerCase()
  if (!uploadTypes.some((type) => type === ending))
    throw new ShuttenError({
      code: 'SOURCE_TYPE_UNSUPPORTED',
      message: `“${file}” is of a kind that cannot be read.`,
      suggestion: `Upload text, Markdown, HTML, CSV, PDF, Word, PowerPoint, Excel, EPUB, or a ZIP archive of them (${uploadTypes.join(', ')}).`,
    })
  return path.join(...segments)
}

/** A safe name for a file or folder: no control or reserved characters, no leading dots, at most 200 bytes. */
function cleanSegment(segment: string): string {
  const clean = segment.replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '').replace(/^[.\s]+|[.\s]+$/gu, '')
  const ending = path.extname(clean)
  let stem = clean.slice(0, clean.length - ending.length)
  while (Buffer.byteLength(stem + ending) > 200 && stem.length > 0) stem = Array.from(stem).slice(0, -1).join('')
  return stem + ending
}
