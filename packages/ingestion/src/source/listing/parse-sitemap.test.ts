import { describe, expect, it } from 'vitest'
import { parseSitemap } from './parse-sitemap.js'

const parse = (text: string) => parseSitemap({ text, uri: 'https://example.com/sitemap.xml' })

describe('sitemaps', () => {
  it('of pages, with extensions passed over', async () => {
    expect(
      await parse(`<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="i" xmlns:xhtml="x">
<url><loc> https://example.com/1?a=1&amp;b=2 </loc><lastmod>2026-11-22</lastmod><image:image><image:loc>https://example.com/i.png</image:loc></image:image>
<xhtml:link rel="alternate" hreflang="ja" href="https://example.com/ja"/></url>
<url><loc><![CDATA[https://example.com/2]]></loc></url><url/></urlset>`),
    ).toEqual({
      kind: 'pages',
      isWhole: true,
      entries: [
        { address: 'https://example.com/1?a=1&b=2', lastModified: '2026-11-22' },
        { address: 'https://example.com/2', lastModified: null },
        { address: '', lastModified: null },
      ],
    })
  })

  it('of sitemaps, and as a list', async () => {
    expect(
      await parse('<sitemapindex><sitemap><loc>https://example.com/a.xml.gz</loc></sitemap></sitemapindex>'),
    ).toMatchObject({ kind: 'index', entries: [{ address: 'https://example.com/a.xml.gz' }] })
    expect(await parse('https://example.com/1\nhttps://example.com/2\n')).toMatchObject({
      kind: 'pages',
      entries: [{ address: 'https://example.com/1' }, { address: 'https://example.com/2' }],
    })
  })

  it('that end too early are told', async () => {
    const whole =
      '<urlset><url><loc>https://example.com/1</loc></url><url><loc>https://example.com/2</loc></url></urlset>'
    expect(await parse(whole)).toMatchObject({ isWhole: true })
    for (const length of [40, 60, whole.length - 9, whole.length - 1])
      expect(await parse(whole.slice(0, length)), String(length)).toMatchObject({ isWhole: false })
  })

  it.each(['hello', '<!doctype html><html></html>', '<rss/>', 'https://example.com/1\nhello'])(
    'that are none: %j',
    async (text) => {
      await expect(parse(text)).rejects.toMatchObject({ code: 'SOURCE_LISTING_INVALID' })
    },
  )
})
