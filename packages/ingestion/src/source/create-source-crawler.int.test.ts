import { describe, expect, it } from 'vitest'
import { createDefinition } from './fixtures/create-definition.js'
import { createSite, textOf, visitSource } from './fixtures/visit-site.js'

describe('a page', () => {
  it('is new, not modified, the same, changed, and gone', async () => {
    let page: { etag: string | null; body: string } | null = { etag: '"1"', body: 'one' }
    const { site, crawler } = await createSite((request, response) => {
      if (!page) response.writeHead(410).end()
      else if (page.etag && request.headers['if-none-match'] === page.etag) response.writeHead(304).end()
      else
        response.writeHead(200, { 'content-type': 'text/html', ...(page.etag && { etag: page.etag }) }).end(page.body)
    })
    const source = createDefinition({ kind: 'url', location: `${site.origin}/a`, include: ['never/**'] })
    const first = await visitSource({ crawler, source })
    expect(first.results['/a']).toMatchObject({
      outcome: 'new',
      content: { mediaType: 'text/html', uri: `${site.origin}/a` },
      known: { origin: 'page', validators: { etag: '"1"' }, checkedAt: '2026-11-22T00:00:00.000Z' },
    })
    const second = await visitSource({ crawler, source, known: first.known })
    expect(second.results['/a']).toMatchObject({ outcome: 'unchanged', reason: 'not-modified' })
    page = { etag: null, body: 'one' }
    const third = await visitSource({ crawler, source, known: second.known })
    expect(third.results['/a']).toMatchObject({
      outcome: 'unchanged',
      reason: 'same-content',
      known: { validators: null },
    })
    page = { etag: '"2"', body: 'two' }
    const fourth = await visitSource({ crawler, source, known: third.known })
    expect([fourth.outcomes, textOf(fourth.results['/a'])]).toEqual([{ '/a': 'changed' }, 'two'])
    page = null
    expect(await visitSource({ crawler, source, known: fourth.known })).toMatchObject({
      outcomes: { '/a': 'gone' },
      known: [],
    })
  })

  it('that fails or is refused is not gone', async () => {
    const { site, crawler, pages } = await createSite(
      {
        '/a': 'a',
        '/b': { status: 500 },
        '/c': { status: 403 },
        '/busy': { status: 429, headers: { 'retry-after': '600' } },
        '/pdf': { body: '%PDF-1.7' },
        '/in': { status: 302, headers: { location: 'http://10.0.0.1/' } },
      },
      { robots: 'User-agent: *\nDisallow: /no' },
    )
    pages['/no'] = 'no'
    const read = async (path: string) => {
      const { results } = await visitSource({
        crawler,
        source: createDefinition({ kind: 'url', location: site.origin + path }),
      })
      return results[path]
    }
    expect(await read('/b')).toMatchObject({
      outcome: 'failed',
      failure: { code: 'SOURCE_FETCH_FAILED' },
      retryAt: null,
    })
    expect(await read('/c')).toMatchObject({ outcome: 'failed' })
    expect(await read('/pdf')).toMatchObject({ outcome: 'failed', failure: { code: 'SOURCE_TYPE_MISMATCH' } })
    expect(await read('/no')).toMatchObject({ outcome: 'refused', failure: { code: 'SOURCE_ROBOTS_REFUSED' } })
    expect(await read('/in')).toMatchObject({ outcome: 'refused', failure: { code: 'SOURCE_FETCH_REFUSED' } })
    expect(await read('/busy')).toMatchObject({
      outcome: 'failed',
      failure: { code: 'SOURCE_RATE_LIMITED' },
      retryAt: expect.stringMatching(/^2026-11-22T00:1/),
    })
  })
})
