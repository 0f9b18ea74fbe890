import type { KnownItem } from '@shutten/core'
import { describe, expect, it } from 'vitest'
import { createDefinition } from '../fixtures/create-definition.js'
import { byPath, serve } from '../fixtures/serve.js'
import { createSite, textOf, visitSource } from '../fixtures/visit-site.js'

describe('a feed', () => {
  const rss = (items: string[]) => ({
    type: 'application/rss+xml',
    body: `<rss xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>${items.map((item) => `<item>${item}</item>`).join('')}</channel></rss>`,
  })

  it('never tells that something is gone; reading its page does', async () => {
    const { site, crawler, pages } = await createSite({ '/1': 'a', '/2': 'b' })
    const source = createDefinition({ kind: 'feed', location: `${site.origin}/feed` })
    pages['/feed'] = rss([
      `<title>一</title><link>${site.origin}/1</link><pubDate>Sun, 22 Nov 2026 00:00:00 GMT</pubDate>`,
    ])
    const first = await visitSource({ crawler, source })
    expect(first.results['/1']).toMatchObject({
      outcome: 'new',
      content: { title: '一', publishedAt: '2026-11-22T00:00:00.000Z' },
    })
    pages['/feed'] = rss([`<link>${site.origin}/2</link>`])
    pages['/1'] = { status: 404 }
    const second = await visitSource({ crawler, source, known: first.known })
    expect(second).toMatchObject({ outcomes: { '/2': 'new' }, listing: { gone: [], kept: first.known } })
    const [old] = second.listing.kept as [KnownItem]
    const item = crawler.createVisit(old)
    expect(await crawler.readItem({ source, item, known: old })).toMatchObject({ outcome: 'gone' })
    pages['/1'] = 'a'
    expect(await crawler.readItem({ source, item, known: old })).toMatchObject({ outcome: 'unchanged' })
  })

  it('lends its own text where the page cannot be had, and gives it up when it can', async () => {
    const { site, crawler, pages } = await createSite({}, { robots: 'User-agent: *\nDisallow: /no' })
    const whole = (path: string, text: string) =>
      `<title>A &amp;amp; B</title><link>${site.origin}${path}</link><content:encoded><![CDATA[<p>${text}</p>]]></content:encoded>`
    pages['/feed'] = rss([
      whole('/missing', 'm'),
      whole('/no', 'n'),
      whole('/down', 'd'),
      whole('/here', 'h'),
      `<link>${site.origin}/short</link><description>s</description>`,
    ])
    pages['/down'] = { status: 500 }
    pages['/here'] = 'the page'
    const source = createDefinition({ kind: 'feed', location: `${site.origin}/feed` })
    const first = await visitSource({ crawler, source })
    expect(first.outcomes).toEqual({
      '/missing': 'new',
      '/no': 'new',
      '/down': 'new',
      '/here': 'new',
      '/short': 'gone',
    })
    expect(first.known.map(({ origin }) => origin)).toEqual(['feed', 'feed', 'feed', 'page'])
    expect(textOf(first.results['/down'])).toBe(
      '<!doctype html><meta charset="utf-8"><title>A &amp; B</title><article><p>d</p></article>',
    )
    pages['/down'] = 'it is back'
    pages['/here'] = { status: 500 }
    const second = await visitSource({ crawler, source, known: first.known })
    expect(second.outcomes).toEqual({
      '/missing': 'unchanged',
      '/no': 'unchanged',
      '/down': 'changed',
      '/here': 'failed',
      '/short': 'gone',
    })
    expect(textOf(second.results['/down'])).toBe('it is back')
    pages['/here'] = { status: 404 }
    expect((await visitSource({ crawler, source, known: second.known })).results['/here']).toMatchObject({
      outcome: 'changed',
      known: { origin: 'feed' },
    })
  })

  it('vouches for pages that it dates, and not for a page that its own text stands in for', async () => {
    const { site, crawler, pages } = await createSite({ '/1': 'page', '/2': { status: 500 } })
    const entry = (path: string) =>
      `<entry><link href="${path}"/><updated>2026-11-01T00:00:00Z</updated><content>text</content></entry>`
    pages['/feed'] = {
      type: 'application/atom+xml',
      body: `<feed xmlns="http://www.w3.org/2005/Atom">${entry('/1')}${entry('/2')}</feed>`,
    }
    const source = createDefinition({ kind: 'feed', location: `${site.origin}/feed` })
    const first = await visitSource({ crawler, source })
    expect(first.known.map(({ origin }) => origin)).toEqual(['page', 'feed'])
    pages['/2'] = 'back'
    expect((await visitSource({ crawler, source, known: first.known })).outcomes).toEqual({ '/2': 'changed' })
  })

  it('takes entries of other hosts by their text only, and those of its own site as pages', async () => {
    const { site, crawler, pages } = await createSite({})
    const home = await serve(byPath({ '/1': 'page' }))
    const other = await serve(byPath({ '/2': 'page', '/3': 'page' }))
    pages['/feed'] = rss([])
    pages['/feed'] = {
      type: 'application/rss+xml',
      body: `<rss><channel><link>${home.origin}/</link><item><link>${home.origin}/1</link></item>
<item><link>${other.origin}/2</link><content:encoded>text</content:encoded></item><item><link>${other.origin}/3</link></item><item><title>x</title></item></channel></rss>`,
    }
    const source = createDefinition({
      kind: 'feed',
      location: `${site.origin}/feed`,
      allowedHosts: [site.host, home.host],
    })
    const { results, listing } = await visitSource({ crawler, source })
    expect(results).toMatchObject({ '/1': { known: { origin: 'page' } }, '/2': { known: { origin: 'feed' } } })
    expect(listing.skipped).toEqual({ excluded: 0, unsupported: 0, foreign: 1, unaddressed: 1 })
    expect(other.requests).toEqual([])
  })

  it('in Shift_JIS comes through, and one that is none is told', async () => {
    const { site, crawler, pages } = await createSite({})
    const source = createDefinition({ kind: 'feed', location: `${site.origin}/feed` })
    // 日本 in Shift_JIS.
    const title = Buffer.from([0x93, 0xfa, 0x96, 0x7b])
    pages['/feed'] = {
      type: 'text/xml',
      body: Buffer.concat([
        Buffer.from('<?xml version="1.0" encoding="Shift_JIS"?><rss><channel><item><title>'),
        title,
        Buffer.from(`</title><link>${site.origin}/1</link></item></channel></rss>`),
      ]),
    }
    expect(await crawler.listSource({ source, known: [] })).toMatchObject({ items: [{ title: '日本' }] })
    pages['/feed'] = '<html></html>'
    expect(await crawler.listSource({ source, known: [] })).toMatchObject({
      items: [],
      isComplete: false,
      failed: [{ code: 'SOURCE_LISTING_INVALID', uri: `${site.origin}/feed` }],
    })
  })

  it('and sitemaps are asked for by the same rules as pages', async () => {
    const inside = await serve(byPath({ '/x': 'x' }))
    const { site, crawler, pages } = await createSite({}, { robots: 'User-agent: *\nDisallow: /no' })
    pages['/in'] = { status: 302, headers: { location: `${inside.origin}/x` } }
    pages['/busy'] = { status: 503, headers: { 'retry-after': '600' } }
    for (const kind of ['feed', 'sitemap']) {
      const list = (path: string) =>
        crawler.listSource({
          source: createDefinition({ kind, location: site.origin + path, allowedHosts: [site.host] }),
          known: [],
        })
      expect(await list('/no')).toMatchObject({ failed: [{ code: 'SOURCE_ROBOTS_REFUSED' }] })
      expect(await list('/in')).toMatchObject({ failed: [{ code: 'SOURCE_FETCH_REFUSED' }] })
    }
    const busy = createDefinition({ kind: 'feed', location: `${site.origin}/busy` })
    expect(await crawler.listSource({ source: busy, known: [] })).toMatchObject({
      failed: [{ code: 'SOURCE_RATE_LIMITED' }],
      retryAt: expect.stringMatching(/^2026-11-22T00:1/),
    })
    expect([inside.requests, inside.robotsRequests]).toEqual([[], 0])
  })

  it('ends with the signal', async () => {
    const { site, crawler } = await createSite({})
    for (const kind of ['feed', 'sitemap', 'url']) {
      const source = createDefinition({ kind, location: `${site.origin}/a` })
      const signal = AbortSignal.abort(new Error('enough'))
      await expect(crawler.listSource({ source, known: [], signal })).rejects.toThrow('enough')
    }
  })
})
