import { ShuttenError, tagsSchema } from '@shutten/core'
import { parseInput } from './parse-input'
import { readLimitedBody } from './read-limited-body'
import { uploadPath } from './upload-path'
import { maxUploadBytes } from './upload-types'

export interface UploadedFile {
  /** Relative to the uploads folder. */
  path: string
  bytes: Uint8Array
}

/**
 * The files of a multipart form, whatever its fields are called, and the tags in its fields `tag`; null without any.
 * One bad file refuses them all: nothing is half taken.
 * Errors: INPUT_INVALID, REQUEST_TOO_LARGE, SOURCE_TYPE_UNSUPPORTED, SOURCE_EMPTY.
 */
export async function readUpload(options: {
  request: Request
  maxBytes?: number
}): Promise<{ files: UploadedFile[]; tags: string[] | null }> {
  const { request, maxBytes = maxUploadBytes } = options
  const body = await readLimitedBody({ request, maxBytes })
  const form = await parseForm(body, request.headers.get('content-type') ?? '')
  const files: UploadedFile[] = []
  for (const value of form.values()) {
    if (typeof value === 'string') continue
    const target = uploadPath(value.name)
    if (value.size === 0)
      throw new ShuttenError({
        code: 'SOURCE_EMPTY',
        message: `“${target}” is empty.`,
        suggestion: 'Leave it out, or upload it with its content.',
      })
    files.push({ path: target, bytes: new Uint8Array(await value.arrayBuffer()) })
  }
  if (files.length === 0)
    throw new ShuttenError({
      code: 'INPUT_INVALID',
      message: 'The form holds no file.',
      suggestion: 'Send at least one file as multipart/form-data.',
    })
  const tags = form.getAll('tag').filter((value) => typeof value === 'string')
  return { files, tags: tags.length > 0 ? parseInput({ schema: tagsSchema, input: tags, what: 'tag' }) : null }
}

async function parseForm(body: Uint8Array<ArrayBuffer>, contentType: string): Promise<FormData> {
  try {
    return await new Response(body, { headers: { 'Content-Type': contentType } }).formData()
  } catch (cause) {
    throw new ShuttenError({
      code: 'INPUT_INVALID',
      message: 'The form could not be read.',
      suggestion: 'Send the files as multipart/form-data, as a browser or `curl -F` does.',
      cause,
    })
  }
}
