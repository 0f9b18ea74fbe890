import { describe, expect, it } from 'vitest'
import { parseFeed } from './parse-feed.js'

const uri = 'https://example.com/blog/feed.xml'
const parse = (text: string) => parseFeed({ text, uri })

describe('feeds', () => {
  it('of RSS 2.0', async () => {
    const { site, entries } = await parse(`<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:atom="http://www.w3.org/2005/Atom"
  xmlns:d="http://purl.org/dc/terms/" xmlns:media="http://search.yahoo.com/mrss/">
<channel><title>Blog</title><atom:link rel="self" href="${uri}"/><link>https://example.com/blog/</link>
<item><title>お知らせ &amp;amp; &lt;b&gt;news&lt;/b&gt;</title><link> https://example.com/blog/1#top </link><guid isPermaLink="false">x1</guid>
  <media:title>Photo</media:title><description>short</description><pubDate>Sun, 22 Nov 2026 09:00:00 +0900</pubDate>
  <d:modified>2026-11-22T01:00:00Z</d:modified>
  <content:encoded><![CDATA[<p>whole &amp; <a href="/x">text</a></p>]]></content:encoded></item>
<item><title/><guid>https://example.com/blog/2</guid><pubDate>Sat, 21 Nov 2026 08:00:00 EST</pubDate></item>
<item><title>relative</title><link>../3?a=1&amp;b=2</link><pubDate>soon</pubDate></item>
<item><title>none</title><guid isPermaLink="false">https://example.com/4</guid></item>
<item><title>script</title><link>javascript:alert(1)</link></item>
</channel></rss>`)
    expect(site).toBe('https://example.com/blog/')
    expect(entries).toEqual([
      {
        address: 'https://example.com/blog/1',
        title: 'お知らせ & news',
        publishedAt: '2026-11-22T00:00:00.000Z',
        updated: '2026-11-22T01:00:00Z',
        content: '<p>whole &amp; <a href="/x">text</a></p>',
      },
      {
        address: 'https://example.com/blog/2',
        title: null,
        publishedAt: '2026-11-21T13:00:00.000Z',
        updated: null,
        content: null,
      },
      { address: 'https://example.com/3?a=1&b=2', title: 'relative', publishedAt: null, updated: null, content: null },
      { address: null, title: 'none', publishedAt: null, updated: null, content: null },
      { address: null, title: 'script', publishedAt: null, updated: null, content: null },
    ])
  })

  it('of RSS 1.0', async () => {
    const { site, entries } = await parse(`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="${uri}"><title>T</title><link>https://example.com/</link><items><rdf:Seq/></items></channel>
<item rdf:about="https://example.com/1"><title>一</title><link>https://example.com/1</link><dc:date>2026-11-22T09:00:00+09:00</dc:date></item>
<item rdf:about="https://example.com/2"><title>二</title></item></rdf:RDF>`)
    expect([site, entries.map(({ address, title, publishedAt }) => [address, title, publishedAt])]).toEqual([
      'https://example.com/',
      [
        ['https://example.com/1', '一', '2026-11-22T00:00:00.000Z'],
        ['https://example.com/2', '二', null],
      ],
    ])
  })

  it('of Atom', async () => {
    const { site, entries } =
      await parse(`<a:feed xmlns:a="http://www.w3.org/2005/Atom" xml:base="https://example.com/b/">
<a:title>T</a:title><a:link rel="self" href="feed.xml"/><a:link href="/b/"/>
<a:entry><a:title type="html">A &amp;lt; B</a:title><a:link rel="enclosure" href="a.mp3"/><a:link rel="alternate" type="application/pdf" href="1.pdf"/>
 <a:link rel="alternate" type="text/html" href="1.html"/><a:published>2026-11-20T00:00:00Z</a:published><a:updated>2026-11-21T00:00:00Z</a:updated>
 <a:content type="html">&lt;p&gt;whole&lt;/p&gt;</a:content></a:entry>
<a:entry xml:base="c/"><a:link href="2"/><a:content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>a &amp; b</p><br/></div></a:content></a:entry>
<a:entry><a:link href="3"/><a:content>1 &lt; 2</a:content></a:entry>
<a:entry><a:link href="4"/><a:summary>short</a:summary><a:content src="4.html" type="text/html"/></a:entry>
</a:feed>`)
    expect(site).toBe('https://example.com/b/')
    expect(entries).toEqual([
      {
        address: 'https://example.com/b/1.html',
        title: 'A < B',
        publishedAt: '2026-11-20T00:00:00.000Z',
        updated: '2026-11-21T00:00:00Z',
        content: '<p>whole</p>',
      },
      {
        address: 'https://example.com/b/c/2',
        title: null,
        publishedAt: null,
        updated: null,
        content: '<div xmlns="http://www.w3.org/1999/xhtml"><p>a &amp; b</p><br/></div>',
      },
      { address: 'https://example.com/b/3', title: null, publishedAt: null, updated: null, content: '1 &lt; 2' },
      { address: 'https://example.com/b/4', title: null, publishedAt: null, updated: null, content: null },
    ])
  })

  it('with faults of the wild are read as far as they go', async () => {
    const { entries } = await parse(
      '<rss><channel><item><title>A & B &nbsp; C</title><link>https://example.com/1</link><content:encoded>x</content:encoded><item><link>https://example.com/2</link></channel>',
    )
    expect(entries[0]).toMatchObject({ address: 'https://example.com/1', title: 'A & B C', content: 'x' })
  })

  it('expand no entities of a document type', async () => {
    const { entries } = await parse(`<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">
<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>
<rss><channel><item><title>&a;|&c;</title><link>https://example.com/1</link></item></channel></rss>`)
    expect(entries).toMatchObject([{ title: '&a;|&c;' }])
  })

  it.each([
    ['plain text', 'hello', 'SOURCE_LISTING_INVALID'],
    ['a page', '<!doctype html><html><body>x</body></html>', 'SOURCE_LISTING_INVALID'],
    ['another kind of XML', '<opml><body/></opml>', 'SOURCE_LISTING_INVALID'],
    ['too deep', '<a>'.repeat(1_000), 'SOURCE_LISTING_TOO_LONG'],
    ['too long', `<rss>${'<a/>'.repeat(500_001)}</rss>`, 'SOURCE_LISTING_TOO_LONG'],
  ])('that are %s are refused', async (_, text, code) => {
    await expect(parse(text)).rejects.toMatchObject({ code })
  })
})
