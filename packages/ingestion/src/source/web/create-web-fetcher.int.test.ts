import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { createTestFetcher, getText, testLimits } from '../fixtures/create-test-fetcher.js'
import { byPath, serve } from '../fixtures/serve.js'

const gate = () => {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { open, opened }
}

describe('the turns of a host', () => {
  it('come one at a time and with a gap, those of another host at once', async () => {
    const first = gate()
    let running = 0
    let most = 0
    const site = await serve(async (request, response) => {
      running += 1
      most = Math.max(most, running)
      if (request.url === '/1') await first.opened
      running -= 1
      response.end(request.url)
    })
    const other = await serve(byPath({ '/x': 'x' }))
    const { clock, get } = createTestFetcher()
    const all = ['/1', '/2', '/3'].map((path) => get(site.origin + path))
    await get(`${other.origin}/x`)
    expect(clock.waits).toEqual([])
    first.open()
    expect((await Promise.all(all)).map(getText)).toEqual(['/1', '/2', '/3'])
    expect(clock.waits).toEqual([1_000, 1_000])
    expect([most, site.requests]).toEqual([1, ['GET /1', 'GET /2', 'GET /3']])
  })

  it('come as rarely as robots.txt asks for, within a bound', async () => {
    const patient = await serve(byPath({ '/a': 'a' }), { robots: 'User-agent: *\nCrawl-delay: 7' })
    const greedy = await serve(byPath({ '/a': 'a' }), { robots: 'User-agent: *\nCrawl-delay: 86400' })
    const { clock, get } = createTestFetcher()
    for (const site of [patient, patient, greedy, greedy]) await get(`${site.origin}/a`)
    expect(clock.waits).toEqual([7_000, 30_000])
  })

  it('go on after a request that failed or was cancelled', async () => {
    const held = gate()
    const site = await serve(async (request, response) => {
      if (request.url === '/held') await held.opened
      response.end(request.url)
    })
    const { get } = createTestFetcher()
    const first = get(`${site.origin}/held`)
    const controller = new AbortController()
    const second = get(`${site.origin}/cancelled`, { signal: controller.signal })
    const third = get(`${site.origin}/third`)
    controller.abort()
    await expect(second).rejects.toMatchObject({ code: 'CANCELLED' })
    held.open()
    expect([getText(await first), getText(await third)]).toEqual(['/held', '/third'])
    expect(site.requests).toEqual(['GET /held', 'GET /third'])
  })
})

describe('a busy server', () => {
  it.each([
    ['seconds', '3', 3_000],
    ['a date', 'Sun, 22 Nov 2026 00:00:04 GMT', 4_000],
    ['nothing', undefined, 2_000],
    ['something else', 'later', 2_000],
    ['a date that is over', 'Sat, 21 Nov 2026 00:00:00 GMT', 0],
  ])('that names %s is asked again then', async (_, header, waited) => {
    let tries = 0
    const site = await serve((_request, response) => {
      tries += 1
      if (tries === 1) response.writeHead(503, header === undefined ? {} : { 'retry-after': header }).end()
      else response.end('here')
    })
    const { clock, get } = createTestFetcher()
    expect(getText(await get(site.origin, { limits: { ...testLimits, minGapMs: 0 } }))).toBe('here')
    expect(clock.waits.reduce((sum, wait) => sum + wait, 0)).toBe(waited)
  })

  it('is asked three times at most, rarer each time', async () => {
    const site = await serve((_, response) => response.writeHead(429).end())
    const { clock, get } = createTestFetcher()
    await expect(get(site.origin)).rejects.toMatchObject({
      code: 'SOURCE_RATE_LIMITED',
      retryAt: clock.now() + 2_000 + 4_000 + 8_000,
    })
    expect([site.requests.length, clock.waits]).toEqual([3, [2_000, 4_000]])
  })

  it.each([5, 3_600])('that asks for more patience than a call has is left alone until then: %s s', async (seconds) => {
    let isBusy = true
    const site = await serve((_, response) => {
      if (isBusy) response.writeHead(429, { 'retry-after': String(seconds) }).end()
      else response.end('here')
    })
    const { clock, get } = createTestFetcher()
    const retryAt = clock.now() + seconds * 1_000
    for (const path of ['/a', '/b'])
      await expect(get(site.origin + path)).rejects.toMatchObject({ code: 'SOURCE_RATE_LIMITED', retryAt })
    expect([site.requests, clock.waits]).toEqual([['GET /a'], []])
    isBusy = false
    clock.advance(seconds * 1_000)
    expect(getText(await get(`${site.origin}/b`))).toBe('here')
  })

  it('does not put itself off for more than a day', async () => {
    const site = await serve((_, response) => response.writeHead(503, { 'retry-after': '999999999999' }).end())
    const { clock, get } = createTestFetcher()
    await expect(get(site.origin)).rejects.toMatchObject({ retryAt: clock.now() + 24 * 60 * 60_000 })
  })
})

describe('conditional requests', () => {
  it('bring validators in and out, and no body where nothing has changed', async () => {
    const seen: unknown[] = []
    let etag = '"1"'
    const site = await serve((request, response) => {
      seen.push([request.headers['if-none-match'], request.headers['if-modified-since']])
      response.setHeader('etag', etag)
      if (request.headers['if-none-match'] === etag) response.writeHead(304).end()
      else response.writeHead(200, { 'last-modified': 'Sat, 21 Nov 2026 00:00:00 GMT' }).end(`page ${etag}`)
    })
    const { get } = createTestFetcher()
    const first = await get(`${site.origin}/a`)
    const validators = { uri: `${site.origin}/a`, etag, lastModified: 'Sat, 21 Nov 2026 00:00:00 GMT' }
    expect(first).toMatchObject({ status: 'fetched', validators })
    expect(await get(`${site.origin}/a`, { validators })).toEqual({
      status: 'not-modified',
      uri: `${site.origin}/a`,
      validators,
    })
    etag = '"2"'
    expect(getText(await get(`${site.origin}/a`, { validators }))).toBe('page "2"')
    expect(seen).toEqual([
      [undefined, undefined],
      ['"1"', 'Sat, 21 Nov 2026 00:00:00 GMT'],
      ['"1"', 'Sat, 21 Nov 2026 00:00:00 GMT'],
    ])
  })

  it('go to the address that the validators are of, behind a redirect', async () => {
    const seen: unknown[] = []
    let target = '/b'
    const site = await serve((request, response) => {
      seen.push([request.url, request.headers['if-none-match']])
      if (request.url === '/a') response.writeHead(302, { location: target }).end()
      else if (request.headers['if-none-match']) response.writeHead(304).end()
      else response.writeHead(200, { etag: 'W/"x"' }).end(request.url)
    })
    const { get } = createTestFetcher()
    const first = await get(`${site.origin}/a`)
    const { validators } = first
    expect(validators).toEqual({ uri: `${site.origin}/b`, etag: 'W/"x"', lastModified: null })
    expect(await get(`${site.origin}/a`, { validators })).toMatchObject({ status: 'not-modified' })
    target = '/c'
    expect(getText(await get(`${site.origin}/a`, { validators }))).toBe('/c')
    expect(seen).toEqual([
      ['/a', undefined],
      ['/b', undefined],
      ['/a', undefined],
      ['/b', 'W/"x"'],
      ['/a', undefined],
      ['/c', undefined],
    ])
  })

  it('that were not asked for are no answer', async () => {
    const site = await serve((request, response) => {
      if (request.url === '/a') response.writeHead(302, { location: '/c' }).end()
      else response.writeHead(304).end()
    })
    const { get } = createTestFetcher()
    await expect(get(`${site.origin}/b`)).rejects.toMatchObject({ code: 'SOURCE_FETCH_FAILED' })
    const validators = { uri: `${site.origin}/b`, etag: '"b"', lastModified: null }
    await expect(get(`${site.origin}/a`, { validators })).rejects.toMatchObject({ code: 'SOURCE_FETCH_FAILED' })
  })
})

describe('redirects', () => {
  it('have to pass the rules of each host', async () => {
    const other = await serve(byPath({ '/open': 'open', '/closed': 'closed' }), {
      robots: 'User-agent: *\nDisallow: /closed',
    })
    const site = await serve((request, response) =>
      response.writeHead(307, { location: `${other.origin}${request.url}` }).end(),
    )
    const { get } = createTestFetcher()
    expect(await get(`${site.origin}/open`)).toMatchObject({ uri: `${other.origin}/open` })
    await expect(get(`${site.origin}/closed`)).rejects.toMatchObject({ code: 'SOURCE_ROBOTS_REFUSED' })
    await expect(get(`${site.origin}/open`, { allowedHosts: [site.host] })).rejects.toMatchObject({
      code: 'SOURCE_FETCH_REFUSED',
    })
    expect(other.requests).toEqual(['GET /open'])
  })

  it.each([
    'http://169.254.169.254/latest/meta-data/',
    'http://[::ffff:169.254.169.254]/',
    'http://[fd00:ec2::254]/',
    'http://0251.0376.0251.0376/',
    'http://2852039166/',
    'http://localhost/',
    'http://user:pass@127.0.0.1/',
    'file:///etc/passwd',
    'ftp://example.com/a',
    'gopher://127.0.0.1/',
    'data:text/html,x',
  ])('to %s are refused', async (location) => {
    const site = await serve((_, response) => response.writeHead(302, { location }).end())
    await expect(createTestFetcher().get(site.origin, { allowedHosts: [site.host] })).rejects.toMatchObject({
      code: 'SOURCE_FETCH_REFUSED',
    })
  })

  it('end', async () => {
    const site = await serve((request, response) =>
      response.writeHead(302, { location: `/${Number(request.url?.slice(1)) + 1}` }).end(),
    )
    await expect(createTestFetcher().get(`${site.origin}/0`)).rejects.toMatchObject({ code: 'SOURCE_FETCH_FAILED' })
    expect(site.requests).toHaveLength(6)
  })
})

describe('names', () => {
  it('are looked up for each connection, which goes to the very address that was found', async () => {
    const one = await serve(byPath({ '/a': 'one' }))
    const two = await serve(byPath({ '/a': 'two' }), { address: '127.0.0.2', port: one.port })
    const asked: string[] = []
    const addresses = ['127.0.0.1', '127.0.0.2', '127.0.0.1']
    const { get } = createTestFetcher({
      resolveHost: async (host) => {
        asked.push(host)
        return [{ address: addresses[asked.length - 1] as string, family: 4 }]
      },
    })
    const address = `http://changing.example:${one.port}/a`
    const request = { allowedHosts: ['changing.example'] }
    expect(getText(await get(address, request))).toBe('two')
    expect(getText(await get(address, request))).toBe('one')
    expect([asked.length, one.robotsRequests, one.requests, two.requests]).toEqual([3, 1, ['GET /a'], ['GET /a']])
  })

  it('that turn to an inner address after the first look are refused', async () => {
    const site = await serve(byPath({ '/a': 'a' }))
    let looks = 0
    const { get } = createTestFetcher({
      // The first look, for robots.txt, finds a host that is allowed by its name, the next the metadata service.
      resolveHost: async () => {
        looks += 1
        return [{ address: looks === 1 ? '127.0.0.1' : '169.254.169.254', family: 4 }]
      },
    })
    await expect(
      get(`http://changing.example:${site.port}/a`, { allowedHosts: ['changing.example'] }),
    ).rejects.toMatchObject({ code: 'SOURCE_FETCH_REFUSED' })
    expect([looks, site.robotsRequests, site.requests]).toEqual([2, 1, []])
  })

  it.each([
    ['a private address', [{ address: '10.0.0.1', family: 4 }]],
    [
      'a private address among public ones',
      [
        { address: '93.184.216.34', family: 4 },
        { address: '127.0.0.1', family: 4 },
      ],
    ],
    ['an address of this machine in IPv6', [{ address: '::ffff:7f00:1', family: 6 }]],
    ['no address', []],
  ])('with %s are refused', async (_, found) => {
    const { get } = createTestFetcher({ resolveHost: async () => found })
    await expect(get('http://innocent.example/', { allowedHosts: [] })).rejects.toMatchObject({
      code: 'SOURCE_FETCH_REFUSED',
    })
  })
})

describe('limits', () => {
  it('hold for the declared, the sent and the unpacked size, and for the time', async () => {
    const site = await serve((request, response) => {
      if (request.url === '/declared') response.writeHead(200, { 'content-length': '100001' }).write('x')
      else if (request.url === '/sent') {
        const more = () => response.write('x'.repeat(50_000), () => !response.destroyed && setImmediate(more))
        more()
      } else if (request.url === '/bomb')
        response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(5_000_000)))
      else response.writeHead(200).write('never ends')
    })
    const { get } = createTestFetcher()
    for (const path of ['/declared', '/sent', '/bomb'])
      await expect(get(site.origin + path), path).rejects.toMatchObject({ code: 'SOURCE_TOO_LARGE' })
    await expect(get(`${site.origin}/slow`, { limits: { ...testLimits, timeoutMs: 60 } })).rejects.toMatchObject({
      code: 'SOURCE_FETCH_FAILED',
      message: expect.stringContaining('0.06 seconds'),
    })
  })

  it.each([
    [404, 'SOURCE_NOT_FOUND'],
    [410, 'SOURCE_NOT_FOUND'],
    [401, 'SOURCE_FETCH_FAILED'],
    [500, 'SOURCE_FETCH_FAILED'],
    [206, 'SOURCE_FETCH_FAILED'],
    [300, 'SOURCE_FETCH_FAILED'],
  ])('HTTP %i is %s', async (status, code) => {
    const site = await serve((_, response) => response.writeHead(status).end())
    await expect(createTestFetcher().get(site.origin)).rejects.toMatchObject({ code })
    expect(site.requests).toHaveLength(1)
  })
})
