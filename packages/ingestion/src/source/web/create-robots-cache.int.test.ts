import { describe, expect, it } from 'vitest'
import { createTestFetcher, getText } from '../fixtures/create-test-fetcher.js'
import { byPath, serve } from '../fixtures/serve.js'

describe('robots.txt', () => {
  it('is asked once a day and obeyed', async () => {
    const site = await serve(byPath({ '/a': 'a', '/b': 'b', '/private/c': 'c' }), {
      robots: 'User-agent: *\nDisallow: /private',
    })
    const { clock, get } = createTestFetcher()
    expect(getText(await get(`${site.origin}/a`))).toBe('a')
    await expect(get(`${site.origin}/private/c?x#y`)).rejects.toMatchObject({ code: 'SOURCE_ROBOTS_REFUSED' })
    clock.advance(23 * 60 * 60_000)
    await get(`${site.origin}/b`)
    expect(site.robotsRequests).toBe(1)
    clock.advance(60 * 60_000)
    await get(`${site.origin}/b`)
    expect(site.robotsRequests).toBe(2)
    expect(site.requests).toEqual(['GET /a', 'GET /b', 'GET /b'])
  })

  it('knows us by our name', async () => {
    const agents: unknown[] = []
    const site = await serve(
      (request, response) => {
        agents.push(request.headers['user-agent'])
        response.end('a')
      },
      { robots: 'User-agent: *\nAllow: /\nUser-agent: articlebot\nDisallow: /' },
    )
    await expect(createTestFetcher({ productToken: 'ArticleBot' }).get(site.origin)).rejects.toMatchObject({
      code: 'SOURCE_ROBOTS_REFUSED',
    })
    await createTestFetcher().get(site.origin)
    expect(agents).toEqual([expect.stringMatching(/^Shutten /)])
  })

  it.each([401, 403, 404, 410])('that is answered with HTTP %i allows everything', async (status) => {
    const site = await serve(byPath({ '/a': 'a' }), { robots: (_, response) => response.writeHead(status).end() })
    expect(getText(await createTestFetcher().get(`${site.origin}/a`))).toBe('a')
  })

  it.each([429, 500, 503])('that is answered with HTTP %i allows nothing for now', async (status) => {
    let now = status
    const site = await serve(byPath({ '/a': 'a' }), { robots: (_, response) => response.writeHead(now).end() })
    const { clock, get } = createTestFetcher()
    for (let tries = 0; tries < 2; tries++)
      await expect(get(`${site.origin}/a`)).rejects.toMatchObject({
        code: 'SOURCE_FETCH_FAILED',
        message: expect.stringContaining(`HTTP ${status}`),
      })
    expect([site.robotsRequests, site.requests]).toEqual([1, []])
    now = 404
    clock.advance(10 * 60_000)
    expect(getText(await get(`${site.origin}/a`))).toBe('a')
  })

  it('that cannot be had any more holds as it was', async () => {
    let isDown = false
    const site = await serve(byPath({ '/a': 'a', '/b': 'b' }), {
      robots: (_, response) => response.writeHead(isDown ? 500 : 200).end('User-agent: *\nDisallow: /b'),
    })
    const { clock, get } = createTestFetcher()
    await get(`${site.origin}/a`)
    isDown = true
    clock.advance(25 * 60 * 60_000)
    await get(`${site.origin}/a`)
    await expect(get(`${site.origin}/b`)).rejects.toMatchObject({ code: 'SOURCE_ROBOTS_REFUSED' })
    expect(site.robotsRequests).toBe(2)
  })

  it('is read as far as 512 KiB, also where it is endless', async () => {
    const site = await serve(byPath({ '/a': 'a', '/b': 'b' }), {
      robots: (_, response) => {
        response.write('User-agent: *\nDisallow: /b\n')
        const line = `${'#'.repeat(65_535)}\n`
        const more = () => response.write(line, () => !response.destroyed && setImmediate(more))
        more()
      },
    })
    const { get } = createTestFetcher()
    expect(getText(await get(`${site.origin}/a`))).toBe('a')
    await expect(get(`${site.origin}/b`)).rejects.toMatchObject({ code: 'SOURCE_ROBOTS_REFUSED' })
  })

  it('is followed where it has moved, and decides on the host that it was asked for', async () => {
    const other = await serve(byPath({}), { robots: 'User-agent: *\nDisallow: /a' })
    const site = await serve(byPath({ '/a': 'a', '/b': 'b' }), {
      robots: (_, response) => response.writeHead(301, { location: `${other.origin}/robots.txt` }).end(),
    })
    const { get } = createTestFetcher()
    await expect(get(`${site.origin}/a`)).rejects.toMatchObject({ code: 'SOURCE_ROBOTS_REFUSED' })
    expect(getText(await get(`${site.origin}/b`))).toBe('b')
  })

  it('that leads round in circles allows everything, one that leads inside nothing', async () => {
    const circling = await serve(byPath({ '/a': 'a' }), {
      robots: (_, response) => response.writeHead(302, { location: '/robots.txt' }).end(),
    })
    expect(getText(await createTestFetcher().get(`${circling.origin}/a`))).toBe('a')
    expect(circling.robotsRequests).toBe(6)
    const inside = await serve(byPath({}))
    const site = await serve(byPath({ '/a': 'a' }), {
      robots: (_, response) => response.writeHead(302, { location: `${inside.origin}/robots.txt` }).end(),
    })
    await expect(createTestFetcher().get(`${site.origin}/a`, { allowedHosts: [site.host] })).rejects.toMatchObject({
      code: 'SOURCE_FETCH_FAILED',
    })
    expect([inside.robotsRequests, site.requests]).toEqual([0, []])
  })
})
