import { isShuttenError } from '@shutten/core'
import { describe, expect, it } from 'vitest'
import { readArchive } from '../archive/read-archive.js'
import type { AwkwardFile, ExpectedText } from '../fixtures/awkward/awkward-file.js'
import { awkwardFiles } from '../fixtures/awkward/awkward-files.js'
import { findMediaType } from '../source/media-types.js'
import { extractBytes } from './extract-bytes.js'

const toUri = (name: string) => `file:///articles/${encodeURIComponent(name)}`
const isArchive = ({ name, expected }: AwkwardFile) => name.endsWith('.zip') || 'items' in expected

/** What the files of an archive give, each by itself: the text, or the code of its error. */
async function readItems(file: AwkwardFile): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  const items = readArchive({
    bytes: await file.bytes(),
    uri: toUri(file.name),
    ...(file.limits && { limits: file.limits }),
  })
  for await (const item of items) {
    expect(item.uri.startsWith(`${toUri(file.name)}!/`)).toBe(true)
    found[item.path] =
      'error' in item
        ? item.error.code
        : await extractBytes({ bytes: item.bytes, uri: item.uri, mediaType: findMediaType(item.path) }).then(
            ({ document }) => document.text,
            (error: { code: string }) => error.code,
          )
  }
  return found
}

function check(read: Awaited<ReturnType<typeof extractBytes>>, expected: ExpectedText): void {
  const { document, mediaType } = read
  const { text, blocks } = document
  expect(mediaType).toBe(expected.mediaType)
  let from = 0
  for (const piece of expected.text) {
    expect(text.slice(from)).toContain(piece)
    from = text.indexOf(piece, from) + piece.length
  }
  for (const piece of expected.without ?? []) expect(text).not.toContain(piece)
  if (expected.title !== undefined) expect(document.title).toBe(expected.title)
  const at = text.indexOf(expected.text[0] as string)
  const block = blocks.find(({ start, end }) => start <= at && at < end)
  if (expected.place) expect(block?.place).toEqual(expected.place)
  if (expected.kind) expect(block?.kind).toBe(expected.kind)
  let end = 0
  for (const one of blocks) {
    expect(one.start).toBeGreaterThanOrEqual(end)
    expect(text.slice(one.start, one.end).trim()).not.toBe('')
    end = one.end
  }
  expect(text).toBe(text.normalize('NFC'))
}

describe('awkward files', () => {
  it('are many, each once', () => {
    expect(awkwardFiles.length).toBeGreaterThanOrEqual(60)
    expect(new Set(awkwardFiles.map(({ what }) => what)).size).toBe(awkwardFiles.length)
  })

  it.each(awkwardFiles.map((file) => [`${file.name}: ${file.what}`, file] as const))('%s', async (_, file) => {
    const { expected } = file
    if (isArchive(file)) {
      const items = await readItems(file).catch((error: unknown) => error)
      if ('code' in expected) expect(items).toMatchObject({ code: expected.code })
      else if ('items' in expected) {
        expect(Object.keys(items as object)).toEqual(Object.keys(expected.items))
        for (const [path, piece] of Object.entries(expected.items))
          expect((items as Record<string, string>)[path]).toContain(piece)
      }
      return
    }
    const result = await extractBytes({
      bytes: await file.bytes(),
      uri: toUri(file.name),
      mediaType: file.mediaType ?? findMediaType(file.name),
      ...(file.charset !== undefined && { charset: file.charset }),
      ...(file.limits && { limits: file.limits }),
    }).catch((error: unknown) => error)
    if ('code' in expected) {
      expect(isShuttenError(result) && { code: result.code, hasSuggestion: result.suggestion.length > 0 }).toEqual({
        code: expected.code,
        hasSuggestion: true,
      })
    } else if ('text' in expected) {
      if (result instanceof Error) throw result
      check(result as Awaited<ReturnType<typeof extractBytes>>, expected)
    }
  })
})
