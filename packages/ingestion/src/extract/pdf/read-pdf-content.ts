import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'
import { ShuttenError, toAbortError } from '@shutten/core'
import type { PdfContent, PdfMessage, PdfPage, PdfRequest } from './pdf-page.js'

const maxPages = 5_000
const maxItems = 2_000_000
/** A page full of small type has some thousands. */
const maxItemsOfPage = 50_000
/** MiB of JavaScript objects; what the largest files of text take is far below. */
const maxHeapMb = 1_024

/**
 * The runs of text of a PDF file, page by page, read in a thread of its own: a file that keeps the reader busy for ever can
 * be given up, and one that exhausts its memory ends only the thread. Scripts inside are never run.
 *
 * Errors: SOURCE_ENCRYPTED, SOURCE_UNREADABLE, SOURCE_TOO_LARGE for too many pages, SOURCE_UNPACKED_TOO_LARGE when memory
 * does not suffice, CANCELLED, TIMED_OUT.
 */
export async function readPdfContent(options: {
  bytes: Uint8Array
  uri: string
  signal?: AbortSignal
}): Promise<PdfContent> {
  const { uri, signal } = options
  if (signal?.aborted) throw toAbortError(signal)
  // The thread gets a copy of its own: the caller's bytes stay whole.
  const bytes = options.bytes.slice()
  const request: PdfRequest = { bytes, maxPages, maxItems, maxItemsOfPage }
  const thread = new Worker(createRequire(import.meta.url).resolve('@shutten/ingestion/pdf-thread'), {
    workerData: request,
    transferList: [bytes.buffer as ArrayBuffer],
    // The library's warnings are no business of a person who waits for a command.
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: maxHeapMb },
  })
  const pages: PdfPage[] = []
  let abort = () => {}
  try {
    return await new Promise<PdfContent>((resolve, reject) => {
      abort = () => reject(toAbortError(signal as AbortSignal))
      signal?.addEventListener('abort', abort, { once: true })
      thread.on('message', (message: PdfMessage) => {
        if (message.kind === 'page') pages.push(message.page)
        else if (message.kind === 'done') resolve({ title: message.title, outline: message.outline, pages })
        else reject(toPdfError(uri, message))
      })
      thread.on('error', (error: NodeJS.ErrnoException) => {
        const isMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY'
        reject(isMemory ? createMemoryError(uri) : createDamagedError(uri, error.message, error))
      })
      thread.on('exit', () => reject(createDamagedError(uri, 'its reader ended without a word')))
    })
  } finally {
    signal?.removeEventListener('abort', abort)
    await thread.terminate()
  }
}

function toPdfError(uri: string, message: Extract<PdfMessage, { kind: 'failed' }>): ShuttenError {
  if (message.reason === 'password')
    return new ShuttenError({
      code: 'SOURCE_ENCRYPTED',
      message: `${uri} is protected by a password.`,
      suggestion: 'Save it without a password, and ingest that.',
    })
  if (message.reason === 'too-many-pages')
    return new ShuttenError({
      code: 'SOURCE_TOO_LARGE',
      message: `${uri} is too long: ${message.message}.`,
      suggestion: 'Split it into several files.',
    })
  return createDamagedError(uri, message.message)
}

function createDamagedError(uri: string, detail: string, cause?: unknown): ShuttenError {
  return new ShuttenError({
    code: 'SOURCE_UNREADABLE',
    message: `${uri} cannot be read as a PDF document: ${detail.replace(/\.$/, '')}.`,
    suggestion: 'Get it again, or open it and print it to a new PDF file.',
    cause,
  })
}

function createMemoryError(uri: string): ShuttenError {
  return new ShuttenError({
    code: 'SOURCE_UNPACKED_TOO_LARGE',
    message: `${uri} takes more memory to read than is allowed.`,
    suggestion: 'Split it into several files.',
  })
}
