import { describe, expect, it } from 'vitest'
import { counts, createSourceRecords, type SitePage, serveSite } from '../fixtures/create-source-records.js'

const article = (title: string, text: string): SitePage => ({
  body: `<!doctype html><html lang="ja"><title>${title}</title><article><h1>${title}</h1><p>${text}</p></article></html>`,
  etag: `"${title}-${text.length}"`,
})
const bert = article('BERT', 'BERTは2018年にGoogleが発表した言語モデルである。文の前後の文脈を同時に使う。')
const clip = article('CLIP', 'CLIPは画像と文章を同じ空間に置くモデルである。4億組の画像と文章で学習された。')
const yolo = article('YOLOX', 'YOLOXは物体検出のモデルである。アンカーを使わずに物体の位置を求める。')
const xml = (body: string, etag?: string): SitePage => ({ body, type: 'application/xml', ...(etag && { etag }) })
const toSitemap = (origin: string, paths: string[], etag?: string) =>
  xml(`<urlset>${paths.map((path) => `<url><loc>${origin}${path}</loc></url>`).join('')}</urlset>`, etag)

describe('a sitemap', () => {
  it('is read whole once; then only what has changed is sent again, and what is gone is removed', async () => {
    const records = await createSourceRecords()
    const pages: Record<string, SitePage> = { '/a': bert, '/b': clip, '/c': yolo }
    const site = await serveSite(pages)
    pages['/sitemap.xml'] = toSitemap(site.origin, ['/a', '/b', '/c'])
    const source = await records.add({
      kind: 'sitemap',
      location: `${site.origin}/sitemap.xml`,
      tags: ['手引き'],
      language: 'en',
    })
    expect(counts(await records.visit(source))).toEqual({ added: 3 })
    expect(site.takeAnswers()).toEqual(['200 /a', '200 /b', '200 /c', '200 /sitemap.xml'])
    const [first] = (await records.database.documents.list()).documents
    expect(first).toMatchObject({ tags: ['手引き'], language: 'en' })

    const embedded = records.getEmbeddedCount()
    expect(counts(await records.visit(source))).toEqual({ unchanged: 3 })
    expect(site.takeAnswers()).toEqual(['200 /sitemap.xml', '304 /a', '304 /b', '304 /c'])
    expect(records.getEmbeddedCount()).toBe(embedded)

    const before = await records.database.documents.get(`${site.origin}/b`)
    pages['/a'] = article('BERT', 'BERTは2018年に発表された言語モデルである。のちに多くの後継が現れた。')
    pages['/moved'] = clip
    delete pages['/b']
    delete pages['/c']
    // One page has left the sitemap, one is still in it and not there any more.
    pages['/sitemap.xml'] = toSitemap(site.origin, ['/a', '/c', '/moved'])
    expect(counts(await records.visit(source))).toEqual({ updated: 1, moved: 1, deleted: 1 })
    expect(site.takeAnswers()).toEqual(['200 /a', '200 /moved', '200 /sitemap.xml', '404 /c'])
    expect((await records.database.documents.get(`${site.origin}/moved`)).id).toBe(before.id)
    expect(await records.listTitles()).toEqual(['BERT', 'CLIP'])
    expect((await records.sources.listItems({ sourceId: source.id })).map(({ uri }) => new URL(uri).pathname)).toEqual([
      '/a',
      '/moved',
    ])
  })

  it('that cannot be had, or holds nothing, removes nothing', async () => {
    const records = await createSourceRecords()
    const pages: Record<string, SitePage> = { '/a': bert }
    const site = await serveSite(pages)
    pages['/sitemap.xml'] = toSitemap(site.origin, ['/a'])
    const source = await records.add({ kind: 'sitemap', location: `${site.origin}/sitemap.xml` })
    await records.visit(source)
    pages['/sitemap.xml'] = { body: '', status: 500 }
    expect(counts(await records.visit(source))).toEqual({ failed: ['SOURCE_FETCH_FAILED'] })
    pages['/sitemap.xml'] = toSitemap(site.origin, [])
    expect(counts(await records.visit(source))).not.toHaveProperty('deleted')
    pages['/sitemap.xml'] = toSitemap(site.origin, ['/a'])
    site.takeAnswers()
    expect(counts(await records.visit(source))).toEqual({ unchanged: 1 })
    expect(site.takeAnswers()).toEqual(['200 /sitemap.xml', '304 /a'])
  })

  it('that says when its pages changed is not even sent again, nor are they', async () => {
    const records = await createSourceRecords()
    const pages: Record<string, SitePage> = { '/a': bert, '/b': clip }
    const site = await serveSite(pages)
    const entry = (path: string, date: string) =>
      `<url><loc>${site.origin}${path}</loc><lastmod>${date}</lastmod></url>`
    pages['/sitemap.xml'] = xml(`<urlset>${entry('/a', '2026-01-01')}${entry('/b', '2026-01-01')}</urlset>`, '"1"')
    const source = await records.add({ kind: 'sitemap', location: `${site.origin}/sitemap.xml` })
    await records.visit(source)
    site.takeAnswers()
    expect(counts(await records.visit(source))).toEqual({ unchanged: 2 })
    expect(site.takeAnswers()).toEqual(['304 /sitemap.xml'])
    pages['/sitemap.xml'] = xml(`<urlset>${entry('/a', '2026-01-01')}${entry('/b', '2026-02-01')}</urlset>`, '"2"')
    expect(counts(await records.visit(source))).toEqual({ unchanged: 2 })
    expect(site.takeAnswers()).toEqual(['200 /sitemap.xml', '304 /b'])
  })

  it('whose page a server puts off is waited for; one that puts off for long is left to the next run', async () => {
    const records = await createSourceRecords()
    const pages: Record<string, SitePage> = {
      '/a': bert,
      '/b': { body: '', status: 429, headers: { 'retry-after': '90' } },
    }
    const site = await serveSite(pages)
    pages['/sitemap.xml'] = toSitemap(site.origin, ['/b', '/a'])
    const source = await records.add({ kind: 'sitemap', location: `${site.origin}/sitemap.xml` })
    const started = records.clock.now()
    expect(counts(await records.visit(source))).toEqual({ added: 1, failed: ['SOURCE_RATE_LIMITED'] })
    expect(records.clock.now() - started).toBeGreaterThanOrEqual(180_000)
    expect(site.takeAnswers().filter((answer) => answer.includes('/b'))).toEqual(['429 /b', '429 /b', '429 /b'])
    pages['/b'] = { body: '', status: 429, headers: { 'retry-after': '7200' } }
    records.clock.advance(3_600_000)
    const again = records.clock.now()
    // The host is left alone, not the page only.
    const left = { failed: ['SOURCE_RATE_LIMITED', 'SOURCE_RATE_LIMITED'] }
    expect(counts(await records.visit(source))).toEqual(left)
    expect(await records.listTitles()).toEqual(['BERT'])
    expect(records.clock.now() - again).toBeLessThan(300_000)
    pages['/b'] = clip
    records.clock.advance(7_200_000)
    expect(counts(await records.visit(source))).toEqual({ added: 1, unchanged: 1 })
  })
})

describe('a feed', () => {
  it('is read once; entries that have left it stay, and are gone when their page is', async () => {
    const records = await createSourceRecords()
    const pages: Record<string, SitePage> = { '/a': bert, '/b': clip }
    const site = await serveSite(pages)
    const entry = (path: string) =>
      `<entry><title>題</title><link href="${site.origin}${path}"/><published>2026-03-01T00:00:00Z</published></entry>`
    const toFeed = (paths: string[], etag: string) =>
      xml(`<feed xmlns="http://www.w3.org/2005/Atom">${paths.map(entry).join('')}</feed>`, etag)
    pages['/feed'] = toFeed(['/a', '/b'], '"1"')
    const source = await records.add({ kind: 'feed', location: `${site.origin}/feed` })
    expect(counts(await records.visit(source))).toEqual({ added: 2 })
    expect((await records.database.documents.get(`${site.origin}/a`)).publishedAt).toBe('2026-03-01T00:00:00.000Z')
    site.takeAnswers()
    expect(counts(await records.visit(source))).toEqual({ unchanged: 2 })
    expect(site.takeAnswers().filter((answer) => answer.startsWith('200'))).toEqual(['200 /feed'])

    pages['/c'] = yolo
    pages['/feed'] = toFeed(['/b', '/c'], '"2"')
    expect(counts(await records.visit(source))).toEqual({ added: 1, unchanged: 2 })
    expect(await records.listTitles()).toEqual(['BERT', 'CLIP', 'YOLOX'])
    delete pages['/a']
    records.clock.advance(31 * 24 * 3_600_000)
    expect(counts(await records.visit(source))).toEqual({ deleted: 1, unchanged: 2 })
    expect(await records.listTitles()).toEqual(['CLIP', 'YOLOX'])
  })
})
