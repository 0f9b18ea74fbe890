import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { createDefinition } from '../fixtures/create-definition.js'
import { createSite, pathsOf, toUrlset, toXml, visitSource } from '../fixtures/visit-site.js'

describe('a sitemap', () => {
  it('lists pages of its own and of followed hosts, by patterns, once each', async () => {
    const { site, crawler, pages } = await createSite({})
    pages['/sitemap.xml'] = toXml(
      toUrlset([
        `<loc>${site.origin}/docs/1#a</loc>`,
        `<loc>${site.origin}/docs/1#b</loc>`,
        `<loc>${site.origin}/docs/old/2</loc>`,
        `<loc>${site.origin}/blog/3</loc>`,
        '<loc>https://other.example/docs/4</loc>',
        '<loc>https://friend.example/docs/5</loc>',
        '<loc>http://169.254.169.254/docs/6</loc>',
        '<loc>file:///docs/7</loc>',
        '<loc></loc>',
      ]),
    )
    const source = createDefinition({
      kind: 'sitemap',
      location: `${site.origin}/sitemap.xml`,
      allowedHosts: [site.host],
      followedHosts: ['friend.example'],
      include: ['/docs/**'],
      exclude: ['docs/old'],
    })
    const listing = await crawler.listSource({ source, known: [] })
    expect(listing.items.map(({ uri }) => uri)).toEqual([`${site.origin}/docs/1`, 'https://friend.example/docs/5'])
    expect(listing).toMatchObject({
      isComplete: true,
      failed: [],
      skipped: { excluded: 2, foreign: 3, unaddressed: 1 },
    })
  })

  it('vouches for pages by dates that are over, and for no longer than a month', async () => {
    const { site, clock, crawler, pages } = await createSite({ '/old': 'a', '/today': 'b', '/odd': 'c', '/none': 'd' })
    pages['/sitemap.xml'] = toXml(
      toUrlset([
        `<loc>${site.origin}/old</loc><lastmod>2026-11-01T00:00:00+09:00</lastmod>`,
        `<loc>${site.origin}/today</loc><lastmod>2026-11-22</lastmod>`,
        `<loc>${site.origin}/odd</loc><lastmod>yesterday</lastmod>`,
        `<loc>${site.origin}/none</loc>`,
      ]),
    )
    const source = createDefinition({ kind: 'sitemap', location: `${site.origin}/sitemap.xml` })
    const first = await visitSource({ crawler, source })
    expect(Object.values(first.outcomes)).toEqual(['new', 'new', 'new', 'new'])
    const second = await visitSource({ crawler, source, known: first.known })
    expect(second.outcomes).toEqual({ '/today': 'unchanged', '/odd': 'unchanged', '/none': 'unchanged' })
    clock.advance(3 * 24 * 60 * 60_000)
    const third = await visitSource({ crawler, source, known: second.known })
    expect(third.outcomes).toMatchObject({ '/today': 'unchanged' })
    expect((await visitSource({ crawler, source, known: third.known })).outcomes).toEqual({
      '/odd': 'unchanged',
      '/none': 'unchanged',
    })
    pages['/sitemap.xml'] = toXml(toUrlset([`<loc>${site.origin}/old</loc><lastmod>2026-11-23</lastmod>`]))
    expect((await visitSource({ crawler, source, known: third.known })).outcomes).toEqual({ '/old': 'unchanged' })
    pages['/sitemap.xml'] = toXml(
      toUrlset([`<loc>${site.origin}/old</loc><lastmod>2026-11-01T00:00:00+09:00</lastmod>`]),
    )
    clock.advance(30 * 24 * 60 * 60_000)
    expect((await visitSource({ crawler, source, known: third.known })).outcomes).toEqual({ '/old': 'unchanged' })
  })

  it('reads indexes and packed files, and deletes what a whole one names no more', async () => {
    const { site, crawler, pages } = await createSite({ '/1': 'a', '/2': 'b', '/3': 'c' })
    const index = (names: string[]) =>
      toXml(
        `<sitemapindex>${names.map((name) => `<sitemap><loc>${site.origin}/${name}</loc></sitemap>`).join('')}</sitemapindex>`,
      )
    pages['/index.xml'] = index(['a.xml', 'b.xml.gz', 'a.xml'])
    pages['/a.xml'] = toXml(toUrlset([`<loc>${site.origin}/1</loc>`]))
    pages['/b.xml.gz'] = {
      type: 'application/gzip',
      body: gzipSync(toUrlset([2, 3].map((page) => `<loc>${site.origin}/${page}</loc>`))),
    }
    const source = createDefinition({ kind: 'sitemap', location: `${site.origin}/index.xml` })
    const first = await visitSource({ crawler, source })
    expect(Object.keys(first.outcomes)).toEqual(['/1', '/2', '/3'])
    expect(site.requests.filter((request) => request === 'GET /a.xml')).toHaveLength(1)

    const whole = pages['/b.xml.gz']
    for (const [broken, code] of [
      [{ status: 500 }, 'SOURCE_FETCH_FAILED'],
      [{ status: 404 }, 'SOURCE_NOT_FOUND'],
      ['<html></html>', 'SOURCE_LISTING_INVALID'],
      [{ body: gzipSync(toUrlset([])).subarray(0, 12) }, 'SOURCE_LISTING_INVALID'],
      [toXml(`${toUrlset([]).slice(0, -9)}<url><loc>${site.origin}/2`), null],
      [index(['a.xml']), null],
    ] as const) {
      pages['/b.xml.gz'] = broken
      const listing = await crawler.listSource({ source, known: first.known })
      expect([listing.isComplete, listing.gone, listing.failed.map((failure) => failure.code)]).toEqual([
        false,
        [],
        code ? [code] : [],
      ])
    }
    pages['/b.xml.gz'] = whole as never
    pages['/index.xml'] = index(['b.xml.gz'])
    const { listing } = await visitSource({ crawler, source, known: first.known })
    expect(listing.gone).toMatchObject([{ item: { uri: `${site.origin}/1` }, reason: 'unlisted' }])
  })

  it('that is empty, missing or unpacks to too much deletes nothing', async () => {
    const { site, crawler, pages } = await createSite({ '/1': 'a' })
    const source = createDefinition({ kind: 'sitemap', location: `${site.origin}/s.xml` })
    pages['/s.xml'] = toXml(toUrlset([`<loc>${site.origin}/1</loc>`]))
    const { known } = await visitSource({ crawler, source })
    for (const broken of [
      toXml(toUrlset([])),
      { status: 404 },
      { body: gzipSync(Buffer.alloc(51 * 1024 * 1024, 32)) },
    ]) {
      pages['/s.xml'] = broken
      expect(await crawler.listSource({ source, known })).toMatchObject({ gone: [], kept: known })
    }
  })

  it('with more pages than the limit takes the first', async () => {
    const { site, crawler, pages } = await createSite({})
    pages['/s.xml'] = toXml(toUrlset(['/x', '/a', '/b', '/c'].map((path) => `<loc>${site.origin}${path}</loc>`)))
    const source = createDefinition({
      kind: 'sitemap',
      location: `${site.origin}/s.xml`,
      exclude: ['x'],
      limits: { maxItems: 2 },
    })
    const listing = await crawler.listSource({ source, known: [] })
    expect(pathsOf(listing)).toEqual(['/a', '/b'])
    expect(listing).toMatchObject({ isComplete: false, failed: [{ code: 'SOURCE_LISTING_TOO_LONG' }] })
  })

  it('is not sent again where it is what it was', async () => {
    const body = () => toUrlset([`<loc>${site.origin}/1</loc>`])
    const { site, crawler } = await createSite((request, response) => {
      if (request.headers['if-none-match'] === '"s"') response.writeHead(304).end()
      else if (request.url === '/s.xml') response.writeHead(200, { etag: '"s"' }).end(body())
      else response.writeHead(200, { 'content-type': 'text/html' }).end('a')
    })
    const source = createDefinition({ kind: 'sitemap', location: `${site.origin}/s.xml` })
    const first = await visitSource({ crawler, source })
    expect(first.listing.validators).toMatchObject({ etag: '"s"' })
    const again = await crawler.listSource({ source, known: first.known, validators: first.listing.validators })
    expect(again).toMatchObject({
      isUnmodified: true,
      items: [],
      gone: [],
      kept: first.known,
      validators: first.listing.validators,
    })
  })
})
