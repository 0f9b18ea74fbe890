import { mkdir, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { KnownItem } from '@shutten/core'
import { createTemporaryFolder } from '@shutten/testing'
import { expect, it, onTestFinished } from 'vitest'
import { createSourceCrawler } from '../source/create-source-crawler.js'
import { createDefinition } from '../source/fixtures/create-definition.js'
import { createFakeClock } from '../source/fixtures/create-fake-clock.js'
import { byPath, type Handle, serve } from '../source/fixtures/serve.js'
import { toUrlset, toXml } from '../source/fixtures/visit-site.js'
import { defaultPreviewBounds, type PreviewBounds } from './preview-bounds.js'
import { previewSource } from './preview-source.js'

async function preview(
  input: Record<string, unknown>,
  options: { bounds?: Partial<PreviewBounds>; known?: KnownItem[]; signal?: AbortSignal } = {},
) {
  const crawler = createSourceCrawler({ clock: createFakeClock() })
  onTestFinished(() => crawler.close())
  const { known = [], signal } = options
  const bounds = { ...defaultPreviewBounds, ...options.bounds }
  return previewSource({ source: createDefinition(input), known, crawler, bounds, ...(signal && { signal }) })
}
const named = (items: readonly { name: string }[]) => items.map(({ name }) => name)

it('shows of a folder what would be taken, and what its patterns, kinds and sizes leave out', async () => {
  const folder = await createTemporaryFolder()
  await mkdir(path.join(folder, 'sub'))
  const files = { 'a.md': '# A', 'sub/b.txt': 'B', 'draft.md': 'C', 'empty.md': '', 'large.md': 'x'.repeat(2_000) }
  for (const [name, content] of Object.entries(files)) await writeFile(path.join(folder, name), content)
  await writeFile(path.join(folder, 'photo.png'), 'P')
  await symlink('/etc/hostname', path.join(folder, 'out.txt'))
  const input = { kind: 'folder', location: folder, exclude: ['draft*'], limits: { maxBytes: 1_024 } }
  const found = await preview(input)
  expect(found).toMatchObject({ folder: { isReadable: true }, events: [], failed: [], cut: null })
  expect(found.taken).toMatchObject({ count: 2, first: [{ name: 'a.md', bytes: 3, mediaType: 'text/markdown' }, {}] })
  expect(Object.fromEntries(found.leftOut.first.map(({ name, reason, pattern }) => [name, [reason, pattern]]))).toEqual(
    {
      'draft.md': ['excluded', 'draft*'],
      'empty.md': ['empty', null],
      'large.md': ['too-large', null],
      'out.txt': ['outside', null],
      'photo.png': ['unsupported', null],
    },
  )
  const included = await preview({ ...input, include: ['sub/**'] })
  expect(named(included.taken.first)).toEqual(['sub/b.txt'])
  expect(included.leftOut.first).toContainEqual(
    expect.objectContaining({ name: 'a.md', reason: 'excluded', pattern: null }),
  )
  // More than is looked at.
  expect(await preview(input, { bounds: { maxItems: 1 } })).toMatchObject({ taken: { count: 1 }, cut: 'count' })
  expect((await preview(input, { bounds: { maxFiles: 2 } })).cut).toBe('count')
  expect(await preview({ kind: 'folder', location: path.join(folder, 'none') })).toMatchObject({
    folder: { isReadable: false },
    failed: [{ code: 'SOURCE_NOT_FOUND' }],
  })
})

it('says which documents a change would take out of the index', async () => {
  let origin = ''
  const site = await serve((request, response) => {
    const listed = toUrlset(['a', 'b'].map((name) => `<loc>${origin}/${name}</loc>`))
    const foreign = '<url><loc>https://other.example/c</loc></url></urlset>'
    byPath({ '/s.xml': toXml(listed.replace('</urlset>', foreign)), '/a': 'A', '/b': 'B' })(request, response)
  })
  origin = site.origin
  const known = ['a', 'b', 'gone'].map((name) => ({ uri: `${origin}/${name}`, revision: null })) as KnownItem[]
  const found = await preview({ kind: 'sitemap', location: `${origin}/s.xml`, exclude: ['b'] }, { known })
  expect(found.gone).toEqual({
    count: 2,
    first: [
      { name: `${origin}/b`, reason: 'excluded' },
      { name: `${origin}/gone`, reason: 'unlisted' },
    ],
  })
  expect(found.taken.first).toMatchObject([{ name: `${origin}/a`, isKnown: true }])
  expect(found.leftOut.byReason).toEqual({ excluded: 1, foreign: 1 })
})

it('shows of a sitemap how it was reached, what robots.txt refuses, and what the first pages are', async () => {
  let origin = ''
  const handle: Handle = (request, response) =>
    byPath({
      '/old.xml': { status: 301, headers: { location: '/s.xml' } },
      '/s.xml': toXml(toUrlset(['a', 'private/b', 'gone', 'c.md', 'd'].map((name) => `<loc>${origin}/${name}</loc>`))),
      '/a': '<title>A</title>本文',
      '/c.md': { type: 'text/markdown', body: '# C' },
      '/d': 'D',
    })(request, response)
  const site = await serve(handle, { robots: 'User-agent: *\nDisallow: /private/' })
  origin = site.origin
  const found = await preview({ kind: 'sitemap', location: `${origin}/old.xml` })
  expect(found.events).toEqual([
    { of: 'robots', uri: `${origin}/old.xml`, isAllowed: true },
    { of: 'answer', uri: `${origin}/old.xml`, status: 301, contentType: 'text/html', bytes: 0 },
    { of: 'robots', uri: `${origin}/s.xml`, isAllowed: true },
    { of: 'answer', uri: `${origin}/s.xml`, status: 200, contentType: 'application/xml', bytes: expect.any(Number) },
  ])
  expect(found.taken.first).toMatchObject([
    { name: `${origin}/a`, mediaType: 'text/html', isRead: true },
    { name: `${origin}/c.md`, bytes: 3, mediaType: 'text/markdown', isRead: true },
    { name: `${origin}/d`, bytes: null, isRead: false },
  ])
  expect(found.leftOut).toMatchObject({
    byReason: { robots: 1, unreadable: 1 },
    first: [{ name: `${origin}/private/b` }, { name: `${origin}/gone`, failure: { code: 'SOURCE_NOT_FOUND' } }],
  })
  // Each host once for its rules, and no page twice.
  expect([site.robotsRequests, new Set(site.requests).size]).toEqual([1, site.requests.length])
})

it('looks into the first sitemaps of an index only', async () => {
  let origin = ''
  const handle: Handle = (request, response) => {
    const index = `<sitemapindex>${['1', '2', '3'].map((n) => `<sitemap><loc>${origin}/${n}.xml</loc></sitemap>`).join('')}</sitemapindex>`
    const part = /^\/(\d)\.xml$/.exec(request.url ?? '')?.[1]
    const body = part ? toUrlset([`<loc>${origin}/page-${part}</loc>`]) : index
    response.writeHead(200, { 'content-type': 'application/xml' }).end(body)
  }
  const site = await serve(handle)
  origin = site.origin
  const bounds = { maxSitemaps: 2, maxReads: 0 }
  const found = await preview({ kind: 'sitemap', location: `${origin}/index.xml` }, { bounds })
  expect([named(found.taken.first), found.cut]).toEqual([[`${origin}/page-1`, `${origin}/page-2`], 'count'])
})

it('shows of a feed its entries with their titles, and of a page what it answered', async () => {
  let origin = ''
  const feed = () =>
    `<rss version="2.0"><channel><title>F</title><link>${origin}/</link><item><title>一つ</title><link>${origin}/1</link></item><item><title>よそ</title><link>https://other.example/2</link></item></channel></rss>`
  const site = await serve((request, response) =>
    byPath({ '/feed': { type: 'application/rss+xml', body: feed() }, '/1': '<p>1</p>' })(request, response),
  )
  origin = site.origin
  const found = await preview({ kind: 'feed', location: `${origin}/feed` })
  expect(found.taken.first).toMatchObject([{ name: `${origin}/1`, title: '一つ', isRead: true }])
  expect(found.leftOut.first).toMatchObject([{ name: 'https://other.example/2', reason: 'foreign' }])
  expect(await preview({ kind: 'url', location: `${origin}/1` })).toMatchObject({
    events: [{ of: 'robots' }, { of: 'answer', status: 200 }],
    taken: { count: 1 },
  })
  expect(await preview({ kind: 'url', location: `${origin}/none` })).toMatchObject({
    events: [{ of: 'robots' }, { of: 'answer', status: 404 }],
    taken: { count: 0 },
    failed: [{ code: 'SOURCE_NOT_FOUND' }],
  })
  expect(await preview({ kind: 'feed', location: `${origin}/1` })).toMatchObject({
    failed: [{ code: 'SOURCE_LISTING_INVALID' }],
  })
})

it('never connects to an address that is not public and not allowed', async () => {
  const site = await serve(byPath({ '/': { status: 302, headers: { location: 'http://127.0.0.1:1/' } } }))
  const found = await preview({ kind: 'url', location: `${site.origin}/`, allowedHosts: [site.host] })
  expect(found.failed).toMatchObject([{ code: 'SOURCE_FETCH_REFUSED' }])
})

it('ends when its time is up with what was seen, and when it is cancelled', async () => {
  const gone = new AbortController()
  const site = await serve((request) => request.socket.once('data', () => {}), {
    robots: (_, response) => response.writeHead(404).end(),
  })
  const input = { kind: 'sitemap', location: `${site.origin}/s.xml` }
  const found = await preview(input, { bounds: { maxMs: 300 } })
  expect(found).toMatchObject({ cut: 'time', failed: [{ code: 'TIMED_OUT' }], events: [{ of: 'robots' }] })
  const asked = preview(input, { signal: gone.signal })
  gone.abort(new Error('closed'))
  await expect(asked).rejects.toThrow('closed')
})
