import { createHash } from 'node:crypto'
import { realpath } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  type ErrorCode,
  type ItemContent,
  type ItemResult,
  isShuttenError,
  type KnownItem,
  type ListedItem,
  ShuttenError,
  type SourceDefinition,
  type SourceValidators,
} from '@shutten/core'
import { createFileSource, toFileError } from './create-file-source.js'
import { acceptedTypes } from './create-web-source.js'
import { toFailure } from './to-failure.js'
import { checkContentType } from './web/check-content-type.js'
import type { WebFetcher } from './web/create-web-fetcher.js'
import type { FetchEvent } from './web/fetch-event.js'
import { RateLimitError } from './web/rate-limit-error.js'

interface Call {
  source: SourceDefinition
  item: ListedItem
  known: KnownItem | null
  fetcher: WebFetcher
  /** Milliseconds since 1970. */
  now: () => number
  onEvent?: (event: FetchEvent) => void
  signal?: AbortSignal
}

/** Failures that trying again soon does not change. */
const lasting: readonly ErrorCode[] = [
  'SOURCE_NOT_FOUND',
  'SOURCE_ROBOTS_REFUSED',
  'SOURCE_FETCH_REFUSED',
  'SOURCE_TYPE_UNSUPPORTED',
  'SOURCE_TYPE_MISMATCH',
  'SOURCE_TOO_LARGE',
]

/** Reads one item of a listing and says what it came to. Rejects with the signal's reason only. */
export async function readItem(call: Call): Promise<ItemResult> {
  const { item, known, signal } = call
  signal?.throwIfAborted()
  try {
    if (item.isContentOnly) return useFeedContent(call)
    return isOfFiles(call.source) ? await readFileItem(call) : await readPageItem(call)
  } catch (error) {
    signal?.throwIfAborted()
    const isLasting = isShuttenError(error) && lasting.includes(error.code)
    // A passing failure is no reason to put the feed's text in the place of the page's.
    if (item.content !== null && (isLasting || known?.origin !== 'page')) return useFeedContent(call)
    return toFailedResult(call, error)
  }
}

const isOfFiles = ({ kind }: SourceDefinition) => kind === 'folder' || kind === 'upload'

function toFailedResult({ source, item }: Call, error: unknown): ItemResult {
  const failure = toFailure(item.uri, error)
  // Of a file that went away since it was listed the next listing tells, which looks at the whole folder.
  if (failure.code === 'SOURCE_NOT_FOUND' && !isOfFiles(source)) return { outcome: 'gone', failure }
  if (failure.code === 'SOURCE_ROBOTS_REFUSED' || failure.code === 'SOURCE_FETCH_REFUSED')
    return { outcome: 'refused', failure }
  if (!(error instanceof RateLimitError)) return { outcome: 'failed', failure, retryAt: null }
  const retryAt = new Date(error.retryAt).toISOString()
  return { outcome: 'failed', failure, retryAt, ...(error.isPutOff && { isPutOff: true }) }
}

async function readFileItem(call: Call): Promise<ItemResult> {
  const { source, item, signal } = call
  const file = fileURLToPath(item.uri)
  await assertInside({ file, folder: source.location })
  const found = await createFileSource({ path: file, maxBytes: source.limits.maxBytes }).read({
    ...(signal && { signal }),
  })
  const content = { ...found, uri: item.uri, title: item.title, publishedAt: item.publishedAt }
  return compare({ call, content, validators: null, origin: 'file' })
}

/** What was a file when it was listed may have become a link that leads out. */
async function assertInside(options: { file: string; folder: string }): Promise<void> {
  const { file } = options
  try {
    const relative = path.relative(await realpath(options.folder), await realpath(file))
    if (relative && !path.isAbsolute(relative) && relative.split(path.sep)[0] !== '..') return
  } catch (error) {
    throw toFileError({ error, location: file })
  }
  throw new ShuttenError({
    code: 'SOURCE_UNREADABLE',
    message: `${file} leads out of ${options.folder}.`,
    suggestion: 'Put the file itself into the folder, not a link to it.',
  })
}

async function readPageItem(call: Call): Promise<ItemResult> {
  const { source, item, known, fetcher, now, onEvent, signal } = call
  const { allowedHosts, limits } = source
  // What the feed's text was made of says nothing of the page.
  const validators = known?.origin === 'page' ? known.validators : null
  const request = { address: item.uri, validators, allowedHosts, limits, accept: acceptedTypes }
  const answer = await fetcher.fetch({ ...request, ...(onEvent && { onEvent }), ...(signal && { signal }) })
  if (answer.status === 'not-modified' && known)
    return {
      outcome: 'unchanged',
      reason: 'not-modified',
      known: { ...known, revision: item.revision, validators: answer.validators, checkedAt: toIso(now()) },
    }
  if (answer.status === 'not-modified') throw new Error(`${item.uri} is not modified, though nothing is known of it.`)
  const { bytes, contentType, uri } = answer
  const type = checkContentType({ uri, header: contentType, bytes })
  const content = { bytes, ...type, uri, title: item.title, publishedAt: item.publishedAt }
  return compare({ call, content, validators: answer.validators, origin: 'page' })
}

function useFeedContent(call: Call): ItemResult {
  const { item } = call
  const title =
    item.title === null ? '' : `<title>${item.title.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</title>`
  const html = `<!doctype html><meta charset="utf-8">${title}<article>${item.content}</article>`
  const content: ItemContent = {
    bytes: new TextEncoder().encode(html),
    mediaType: 'text/html',
    charset: 'utf-8',
    uri: item.uri,
    title: item.title,
    publishedAt: item.publishedAt,
  }
  return compare({ call, content, validators: null, origin: 'feed' })
}

function compare(options: {
  call: Call
  content: ItemContent
  validators: SourceValidators | null
  origin: KnownItem['origin']
}): ItemResult {
  const { call, content, validators, origin } = options
  const { item, known: before, now } = call
  const contentHash = createHash('sha256').update(content.bytes).digest('hex')
  const { uri, revision } = item
  const known: KnownItem = { uri, contentHash, revision, validators, origin, checkedAt: toIso(now()) }
  if (before?.contentHash === contentHash) return { outcome: 'unchanged', reason: 'same-content', known }
  return { outcome: before ? 'changed' : 'new', content, known }
}

const toIso = (instant: number) => new Date(instant).toISOString()
