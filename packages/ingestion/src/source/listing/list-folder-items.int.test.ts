import { chmod, mkdir, rename, rm, symlink, unlink, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { ItemResult, KnownItem, SourceListing } from '@shutten/core'
import { createTemporaryFolder } from '@shutten/testing'
import { describe, expect, it } from 'vitest'
import { createSourceCrawler } from '../create-source-crawler.js'
import { createDefinition } from '../fixtures/create-definition.js'
import { createFakeClock } from '../fixtures/create-fake-clock.js'

const write = async (folder: string, files: Record<string, string>) => {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true })
    await writeFile(path.join(folder, name), content)
  }
}

/** A folder as a source, visited some time after the files were written. */
async function createSource(input: Record<string, unknown> = {}) {
  const folder = await createTemporaryFolder()
  const source = createDefinition({ kind: 'folder', location: folder, ...input })
  const clock = createFakeClock(Date.now() + 60_000)
  const crawler = createSourceCrawler({ clock })
  const nameOf = (uri: string) => path.relative(folder, fileURLToPath(uri))
  return {
    folder,
    source,
    clock,
    crawler,
    list: (known: KnownItem[] = []) => crawler.listSource({ source, known }),
    namesOf: (listing: SourceListing) => listing.items.map(({ uri, state }) => `${state} ${nameOf(uri)}`),
    goneOf: (listing: SourceListing) => listing.gone.map(({ item, reason }) => `${reason} ${nameOf(item.uri)}`),
    /** Reads all that is not vouched for; gives what is known afterwards. */
    async visit(known: KnownItem[] = []) {
      const listing = await crawler.listSource({ source, known })
      const byUri = new Map([...listing.kept, ...known].map((item) => [item.uri, item]))
      for (const { item } of listing.gone) byUri.delete(item.uri)
      const results: Record<string, ItemResult> = {}
      for (const item of listing.items) {
        if (item.state === 'unchanged') continue
        const result = await crawler.readItem({ source, item, known: byUri.get(item.uri) ?? null })
        results[nameOf(item.uri)] = result
        if ('known' in result) byUri.set(item.uri, result.known)
      }
      const outcomes = Object.fromEntries(Object.entries(results).map(([name, { outcome }]) => [name, outcome]))
      return { listing, results, outcomes, known: [...byUri.values()] }
    },
  }
}

describe('a folder', () => {
  it('is listed by its patterns, without hidden files and through no circles', async () => {
    const { folder, list, namesOf } = await createSource({ include: ['docs/**', '*.md'], exclude: ['drafts', '*.csv'] })
    await write(folder, {
      'docs/a.txt': 'a',
      'docs/deep/b.html': 'b',
      'docs/drafts/c.md': 'c',
      'docs/d.csv': 'd',
      'docs/e.png': 'e',
      'docs/.f.md': 'f',
      '.git/g.md': 'g',
      'h.md': 'h',
      'i.txt': 'i',
    })
    await symlink(folder, path.join(folder, 'docs', 'loop'))
    await symlink('/etc/hostname', path.join(folder, 'docs', 'out.txt'))
    await symlink(path.join(folder, 'i.txt'), path.join(folder, 'docs', 'in.txt'))
    const listing = await list()
    expect(namesOf(listing)).toEqual(['new docs/a.txt', 'new docs/deep/b.html', 'new docs/in.txt', 'new h.md'])
    expect(listing).toMatchObject({ isComplete: true, failed: [], skipped: { excluded: 3 } })
  })

  it('tells new, changed, touched and unchanged files apart, and reads only what may have changed', async () => {
    const { folder, visit } = await createSource()
    await write(folder, { 'a.md': 'a', 'b.md': 'b', 'c.md': 'c' })
    const first = await visit()
    expect(first.outcomes).toEqual({ 'a.md': 'new', 'b.md': 'new', 'c.md': 'new' })
    expect(first.results['a.md']).toMatchObject({ content: { mediaType: 'text/markdown', bytes: Buffer.from('a') } })
    expect((await visit(first.known)).outcomes).toEqual({})
    await write(folder, { 'a.md': 'A', 'd.md': 'd' })
    await utimes(path.join(folder, 'b.md'), new Date(), new Date('2020-01-01T00:00:00Z'))
    const second = await visit(first.known)
    expect(second.outcomes).toEqual({ 'a.md': 'changed', 'b.md': 'unchanged', 'd.md': 'new' })
    expect((await visit(second.known)).outcomes).toEqual({})
  })

  it('sees a change that keeps size and time of the file', async () => {
    const { folder, visit } = await createSource()
    const file = path.join(folder, 'a.md')
    const time = new Date('2026-01-01T00:00:00Z')
    await write(folder, { 'a.md': 'before' })
    await utimes(file, time, time)
    const { known } = await visit()
    await write(folder, { 'a.md': 'after!' })
    await utimes(file, time, time)
    expect((await visit(known)).outcomes).toEqual({ 'a.md': 'changed' })
  })

  it('does not trust the times of files that were changed a moment ago', async () => {
    const { folder, clock, visit } = await createSource()
    await write(folder, { 'a.md': 'a' })
    clock.advance(-60_000)
    const { known } = await visit()
    expect(known).toMatchObject([{ revision: null }])
    clock.advance(60_000)
    expect((await visit(known)).outcomes).toEqual({ 'a.md': 'unchanged' })
  })

  it('tells what is gone, and what its patterns leave out now', async () => {
    const { folder, source, crawler, visit, goneOf } = await createSource()
    await write(folder, { 'a.md': 'a', 'b.md': 'b', 'c/d.md': 'd' })
    const { known } = await visit()
    await unlink(path.join(folder, 'a.md'))
    const listing = await crawler.listSource({ source: { ...source, exclude: ['c/**'] }, known })
    expect(goneOf(listing).sort()).toEqual(['excluded c/d.md', 'unlisted a.md'])
    expect(listing.kept).toEqual([])
  })

  it.each([
    ['is empty', 'FOLDER_NOTHING_READABLE', (folder: string) => rm(path.join(folder, 'a.md'))],
    [
      'holds nothing that is read any more',
      'FOLDER_NOTHING_READABLE',
      (folder: string) => rename(path.join(folder, 'a.md'), path.join(folder, 'a.png')),
    ],
    ['is not there', 'SOURCE_NOT_FOUND', (folder: string) => rm(folder, { recursive: true })],
    [
      'has become a file',
      'SOURCE_UNREADABLE',
      async (folder: string) => {
        await rm(folder, { recursive: true })
        await writeFile(folder, 'x')
      },
    ],
  ])('that %s deletes nothing', async (_, code, change) => {
    const { folder, list, visit } = await createSource()
    await write(folder, { 'a.md': 'a' })
    const { known } = await visit()
    await change(folder)
    const listing = await list(known)
    expect(listing).toMatchObject({ items: [], gone: [], kept: known, isComplete: false, failed: [{ code }] })
    expect(listing.failed[0]?.suggestion).toBeTruthy()
  })

  it.skipIf(process.getuid?.() === 0)('of which a part cannot be read deletes nothing', async () => {
    const { folder, list, visit } = await createSource()
    await write(folder, { 'a.md': 'a', 'shut/b.md': 'b' })
    const { known } = await visit()
    await unlink(path.join(folder, 'a.md'))
    await chmod(path.join(folder, 'shut'), 0)
    const listing = await list(known)
    await chmod(path.join(folder, 'shut'), 0o700)
    expect(listing).toMatchObject({ gone: [], isComplete: false, failed: [{ code: 'SOURCE_UNREADABLE' }] })
  })

  it('with more files than its limit takes the first and deletes nothing', async () => {
    const { folder, source, crawler, visit } = await createSource()
    await write(folder, { 'a.md': 'a', 'b.md': 'b', 'c.png': 'c', 'd.md': 'd', 'e.csv': 'e' })
    const { known } = await visit()
    await unlink(path.join(folder, 'a.md'))
    const small = { ...source, exclude: ['*.csv'], limits: { ...source.limits, maxItems: 1 } }
    const listing = await crawler.listSource({ source: small, known })
    expect(listing.items).toHaveLength(1)
    expect(listing).toMatchObject({ isComplete: false, failed: [{ code: 'SOURCE_LISTING_TOO_LONG' }] })
    expect(listing.gone.map(({ reason }) => reason)).toEqual(['excluded'])
    expect(listing.kept).toHaveLength(2)
  })

  it('does not read a file that has become a link leading out, nor one that went away', async () => {
    const { folder, source, crawler, list } = await createSource()
    await write(folder, { 'a.txt': 'a', 'b.txt': 'b' })
    const { items } = await list()
    await unlink(path.join(folder, 'a.txt'))
    await unlink(path.join(folder, 'b.txt'))
    await symlink('/etc/hostname', path.join(folder, 'a.txt'))
    const results = await Promise.all(items.map((item) => crawler.readItem({ source, item, known: null })))
    expect(results).toMatchObject([
      { outcome: 'failed', failure: { code: 'SOURCE_UNREADABLE' } },
      { outcome: 'failed', failure: { code: 'SOURCE_NOT_FOUND' } },
    ])
  })

  it('that is uploads is listed the same way, and what belongs elsewhere is gone with its place', async () => {
    const { folder, list, goneOf, namesOf, clock } = await createSource({ kind: 'upload' })
    await write(folder, { 'a.md': 'a' })
    const elsewhere: KnownItem = {
      uri: pathToFileURL('/elsewhere/b.md').href,
      contentHash: '0',
      revision: null,
      validators: null,
      origin: 'file',
      checkedAt: new Date(clock.now()).toISOString(),
    }
    const listing = await list([elsewhere])
    expect([namesOf(listing), goneOf(listing)]).toEqual([
      ['new a.md'],
      [`unlisted ${path.relative(folder, '/elsewhere/b.md')}`],
    ])
  })
})
