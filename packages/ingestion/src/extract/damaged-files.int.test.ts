import { isShuttenError } from '@shutten/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createUnpackBudget } from '../archive/create-unpack-budget.js'
import { openZip } from '../archive/open-zip.js'
import { readArchive } from '../archive/read-archive.js'
import { awkwardFiles } from '../fixtures/awkward/awkward-files.js'
import { buildPdf } from '../fixtures/awkward/build-pdf.js'
import { buildZip } from '../fixtures/awkward/build-zip.js'
import { extractBytes } from './extract-bytes.js'

const uri = 'file:///articles/damaged'

/** The text or the coded error; anything else fails the test. */
async function readSafely(bytes: Uint8Array): Promise<void> {
  const before = bytes.slice()
  const result = await extractBytes({ bytes, uri }).catch((error: unknown) => error)
  if (isShuttenError(result)) expect(result.code).toMatch(/^SOURCE_/)
  else if (result instanceof Error) throw result
  else expect((result as Awaited<ReturnType<typeof extractBytes>>).document.blocks.length).toBeGreaterThan(0)
  expect(Buffer.from(bytes).equals(Buffer.from(before))).toBe(true)
}

async function unpack(bytes: Uint8Array): Promise<Record<string, Uint8Array>> {
  const budget = createUnpackBudget({ uri, packedBytes: bytes.length })
  const { entries } = await openZip({ bytes, uri, budget })
  const parts: Record<string, Uint8Array> = {}
  for (const [path, entry] of entries) parts[path] = await entry.read()
  return parts
}

const damage = fc.array(fc.record({ at: fc.nat(), value: fc.integer({ min: 0, max: 255 }) }), {
  minLength: 1,
  maxLength: 6,
})
const apply = (bytes: Uint8Array, changes: { at: number; value: number }[]) => {
  const damaged = Uint8Array.from(bytes)
  for (const { at, value } of changes) damaged[at % damaged.length] = value
  return damaged
}
const make = async (name: string) => (await awkwardFiles.find((file) => file.name === name)?.bytes()) as Uint8Array

describe('a damaged file', () => {
  it.each(['notes.docx', 'table.docx', 'notes.pptx', 'table.pptx', 'merged.xlsx', 'phonetic.xlsx', 'toc.epub'])(
    'of the form of %s gives its text or a coded error, whichever part is hit',
    async (name) => {
      const parts = await unpack(await make(name))
      const paths = Object.keys(parts)
      await fc.assert(
        fc.asyncProperty(fc.nat(paths.length - 1), damage, async (which, changes) => {
          const path = paths[which] as string
          await readSafely(await buildZip({ ...parts, [path]: apply(parts[path] as Uint8Array, changes) }))
        }),
        { numRuns: 25 },
      )
    },
  )

  it.each(['spine.epub', 'headings.docx', 'rows.xlsx'])('of the form of %s, hit in its packing', async (name) => {
    const bytes = await make(name)
    await fc.assert(
      fc.asyncProperty(damage, (changes) => readSafely(apply(bytes, changes))),
      { numRuns: 25 },
    )
  })

  it('of PDF', async () => {
    const bytes = buildPdf({ pages: [[{ text: 'A page of text that is long enough.', x: 70, y: 100 }]] })
    await fc.assert(
      fc.asyncProperty(damage, (changes) => readSafely(apply(bytes, changes))),
      { numRuns: 12 },
    )
  })
})

describe('a signal', () => {
  const pdf = () => buildPdf({ pages: Array.from({ length: 40 }, () => [{ text: 'A page of text.', x: 70, y: 100 }]) })

  it('cancels what has not begun', async () => {
    const signal = AbortSignal.abort()
    for (const bytes of [pdf(), await make('notes.docx'), await make('rows.xlsx'), await make('spine.epub')])
      await expect(extractBytes({ bytes, uri, signal })).rejects.toMatchObject({ code: 'CANCELLED' })
    const items = readArchive({ bytes: await make('nested.zip'), uri, signal })
    await expect(items.next()).rejects.toMatchObject({ code: 'CANCELLED' })
  })

  it('gives up a PDF file that is being read', async () => {
    const controller = new AbortController()
    const reading = extractBytes({ bytes: pdf(), uri, signal: controller.signal })
    setImmediate(() => controller.abort(new DOMException('too long', 'TimeoutError')))
    await expect(reading).rejects.toMatchObject({ code: 'TIMED_OUT' })
  })
})
