import { mkdir, symlink, unlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { createTemporaryFolder } from '@shutten/testing'
import { describe, expect, it } from 'vitest'
import { createSourceReader } from './create-source-reader.js'
import { serve } from './fixtures/serve.js'
import { isPublicAddress } from './is-public-address.js'

const reader = createSourceReader()
const write = async (folder: string, files: Record<string, string>) => {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true })
    await writeFile(path.join(folder, name), content)
  }
}
const namesOf = (folder: string, list: { sources: { uri: string }[] }) =>
  list.sources.map(({ uri }) => path.relative(folder, fileURLToPath(uri)))
const codesOf = (list: { failed: { code: string }[] }) => list.failed.map(({ code }) => code)

describe('files and folders', () => {
  it('lists what can be read, sorted, with percent-encoded URIs', async () => {
    const folder = await createTemporaryFolder()
    await write(folder, {
      'b.md': 'b',
      'a file 100%.txt': 'a',
      '記事/概要.html': 'c',
      '記事/概要.TXT': 'd',
      'x/a.csv': 'e',
      'x/photo.png': 'f',
      '.hidden.txt': 'g',
      '.git/h.txt': 'h',
      'node_modules/i.md': 'i',
    })
    const list = await reader.list({ locations: [folder] })
    expect(namesOf(folder, list)).toEqual(['a file 100%.txt', 'b.md', 'x/a.csv', '記事/概要.TXT', '記事/概要.html'])
    expect(list.sources[0]?.uri).toMatch(/^file:\/\/\/.*\/a%20file%20100%25\.txt$/)
    expect(list).toMatchObject({ skipped: 1, failed: [], folders: [expect.stringMatching(/^file:.*\/$/)] })
    const { bytes, mediaType } = (await list.sources[1]?.read()) ?? {}
    expect([Buffer.from(bytes ?? []).toString(), mediaType]).toEqual(['b', 'text/markdown'])
  })

  it('takes a hidden folder that is named, a relative path, a file URI, and each file once', async () => {
    const folder = await createTemporaryFolder()
    await write(folder, { '.notes/a.txt': 'a' })
    const file = path.join(folder, '.notes/a.txt')
    const list = await reader.list({
      locations: [path.join(folder, '.notes'), path.relative(process.cwd(), file), `file://${file}`],
    })
    expect(namesOf(folder, list)).toEqual(['.notes/a.txt'])
  })

  it('follows links inside the folder only', async () => {
    const folder = await createTemporaryFolder()
    const outside = await createTemporaryFolder()
    await write(outside, { 'secret.txt': 's', 'deep/t.txt': 't' })
    await write(folder, { '.data/real.txt': 'r', 'a.txt': 'a' })
    await symlink(path.join(outside, 'secret.txt'), path.join(folder, 'out.txt'))
    await symlink(outside, path.join(folder, 'outside'))
    await symlink(path.join(folder, '.data/real.txt'), path.join(folder, 'in.txt'))
    await symlink(path.join(folder, 'nowhere.txt'), path.join(folder, 'dangling.txt'))
    await symlink(folder, path.join(folder, 'loop'))
    expect(namesOf(folder, await reader.list({ locations: [folder] }))).toEqual(['a.txt', 'in.txt'])
  })

  it('names a folder that is a link by its real path', async () => {
    const folder = await createTemporaryFolder()
    await write(folder, { 'real/a.txt': 'a' })
    await symlink(path.join(folder, 'real'), path.join(folder, 'link'))
    expect(namesOf(folder, await reader.list({ locations: [path.join(folder, 'link')] }))).toEqual(['real/a.txt'])
  })

  it('tells what fails, and goes on', async () => {
    const folder = await createTemporaryFolder()
    await write(folder, { 'a.txt': 'a', 'b.odt': 'b', 'only/c.png': 'c', 'big.txt': 'x'.repeat(100) })
    await mkdir(path.join(folder, 'empty'))
    const list = await createSourceReader({ maxBytes: 10 }).list({
      locations: ['missing.txt', 'b.odt', 'only', 'empty', 'a.txt/c.txt', 'a.txt', 'big.txt'].map((name) =>
        path.join(folder, name),
      ),
    })
    expect(codesOf(list)).toEqual([
      'SOURCE_NOT_FOUND',
      'SOURCE_TYPE_UNSUPPORTED',
      'FOLDER_NOTHING_READABLE',
      'FOLDER_NOTHING_READABLE',
      'SOURCE_NOT_FOUND',
    ])
    for (const failure of list.failed) expect(failure.suggestion).toBeTruthy()
    expect(namesOf(folder, list)).toEqual(['a.txt', 'big.txt'])
    await expect(list.sources[1]?.read()).rejects.toMatchObject({ code: 'SOURCE_TOO_LARGE' })
    await unlink(path.join(folder, 'a.txt'))
    await expect(list.sources[0]?.read()).rejects.toMatchObject({ code: 'SOURCE_NOT_FOUND' })
    expect(await reader.exists(list.sources[0]?.uri ?? '')).toBe(false)
    expect(await reader.exists('https://example.com/')).toBe(true)
  })

  it('stops when it is cancelled', async () => {
    const signal = AbortSignal.abort()
    await expect(reader.list({ locations: ['.'], signal })).rejects.toMatchObject({ name: 'AbortError' })
  })
})

const fetchOne = async (
  address: string,
  options: Parameters<typeof createSourceReader>[0] = { allowedHosts: ['127.0.0.1'] },
) => {
  const { sources, failed } = await createSourceReader({ minGapMs: 0, ...options }).list({ locations: [address] })
  expect(failed).toEqual([])
  const [source] = sources
  const read = await source?.read()
  return { ...read, uri: source?.uri, text: Buffer.from(read?.bytes ?? []).toString() }
}

describe('web pages', () => {
  it('are fetched with type and charset, through redirects and compression', async () => {
    const { origin } = await serve((request, response) => {
      if (request.url === '/a') response.writeHead(302, { location: '/b' }).end()
      else if (request.url === '/b')
        response
          .writeHead(200, { 'content-type': 'text/html; charset="Shift_JIS"', 'content-encoding': 'gzip' })
          .end(gzipSync('<p>page</p>'))
      else response.writeHead(200, { 'content-type': 'text/plain' }).end('# notes')
    })
    expect(await fetchOne(`${origin}/a#part`)).toMatchObject({
      uri: `${origin}/a`,
      text: '<p>page</p>',
      mediaType: 'text/html',
      charset: 'Shift_JIS',
    })
    expect(await fetchOne(`${origin}/notes.md`)).toMatchObject({ mediaType: 'text/markdown' })
  })

  it('fail with their status, type, size or time', async () => {
    const { origin } = await serve((request, response) => {
      if (request.url === '/gone') response.writeHead(404).end()
      else if (request.url === '/broken') response.writeHead(500).end()
      else if (request.url === '/odt')
        response.writeHead(200, { 'content-type': 'application/vnd.oasis.opendocument.text' }).end('PK')
      else if (request.url === '/loop') response.writeHead(301, { location: '/loop' }).end()
      else if (request.url === '/file') response.writeHead(302, { location: 'file:///etc/hosts' }).end()
      else if (request.url === '/bomb')
        response
          .writeHead(200, { 'content-type': 'text/plain', 'content-encoding': 'gzip' })
          .end(gzipSync(Buffer.alloc(5_000_000)))
      else if (request.url === '/cut') {
        response.writeHead(200, { 'content-type': 'text/plain', 'content-length': '100' })
        response.write('half')
        response.destroy()
      } else response.writeHead(200, { 'content-type': 'text/plain' }).write('never ends')
    })
    const options = { allowedHosts: ['127.0.0.1'], maxBytes: 100_000 }
    for (const [route, code] of [
      ['gone', 'SOURCE_NOT_FOUND'],
      ['broken', 'SOURCE_FETCH_FAILED'],
      ['odt', 'SOURCE_TYPE_UNSUPPORTED'],
      ['loop', 'SOURCE_FETCH_FAILED'],
      ['file', 'SOURCE_FETCH_REFUSED'],
      ['bomb', 'SOURCE_TOO_LARGE'],
      ['cut', 'SOURCE_FETCH_FAILED'],
    ])
      await expect(fetchOne(`${origin}/${route}`, options), route).rejects.toMatchObject({ code })
    await expect(fetchOne(`${origin}/slow`, { ...options, fetchTimeoutMs: 50 })).rejects.toMatchObject({
      code: 'SOURCE_FETCH_FAILED',
      message: expect.stringContaining('0.05 seconds'),
    })
  })

  it('are not fetched from this machine or a private network', async () => {
    const server = await serve((_request, response) => response.end('secret'))
    const { port, origin } = server
    for (const address of [
      origin,
      `http://localhost:${port}/`,
      `http://[::1]:${port}/`,
      `http://[::ffff:127.0.0.1]:${port}/`,
      `http://2130706433:${port}/`,
      `http://0x7f.1:${port}/`,
      `http://0177.0.0.1:${port}/`,
      `http://017700000001:${port}/`,
      `http://127.1:${port}/`,
      `http://127.0.0.1.:${port}/`,
      `http://①②⑦.0.0.1:${port}/`,
      `http://127。0。0。1:${port}/`,
      `http://localhost.:${port}/`,
      `http://%6cocalhost:${port}/`,
      `http://[::127.0.0.1]:${port}/`,
      `http://[::ffff:0:127.0.0.1]:${port}/`,
      `http://[64:ff9b::127.0.0.1]:${port}/`,
      `http://[64:ff9b:1::127.0.0.1]:${port}/`,
      `http://[2002:7f00:1::1]:${port}/`,
      `http://0.0.0.0:${port}/`,
      'http://169.254.169.254/latest/meta-data/',
      'http://10.0.0.1/',
      'http://[fd00::1]/',
      'http://user:pass@example.com/',
    ])
      await expect(fetchOne(address, { fetchTimeoutMs: 2_000 }), address).rejects.toMatchObject({
        code: 'SOURCE_FETCH_REFUSED',
      })
    expect([server.requests, server.robotsRequests]).toEqual([[], 0])
  })

  it('are not fetched through a name that leads inside, nor through a redirect', async () => {
    const inside = await serve((_request, response) => response.end('secret'))
    const resolveHost = async () => [{ address: '127.0.0.1', family: 4 }]
    await expect(fetchOne(`http://innocent.example:${inside.port}/`, { resolveHost })).rejects.toMatchObject({
      code: 'SOURCE_FETCH_REFUSED',
    })
    const outside = await serve((_request, response) => response.writeHead(302, { location: inside.origin }).end())
    await expect(fetchOne(outside.origin, { allowedHosts: [`127.0.0.1:${outside.port}`] })).rejects.toMatchObject({
      code: 'SOURCE_FETCH_REFUSED',
    })
    expect([inside.requests, inside.robotsRequests]).toEqual([[], 0])
    const named = { resolveHost, allowedHosts: ['innocent.example'] }
    expect(await fetchOne(`http://innocent.example:${inside.port}/`, named)).toMatchObject({ text: 'secret' })
  })

  it('name an address that is none', async () => {
    expect(codesOf(await reader.list({ locations: ['http://'] }))).toEqual(['INPUT_INVALID'])
  })
})

describe('public addresses', () => {
  it.each(['8.8.8.8', '2001:4860:4860::8888', '[2606:4700::1111]'])('%s is public', (address) => {
    expect(isPublicAddress(address)).toBe(true)
  })
  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    'fe80::1%eth0',
    'fc00::1',
    '::ffff:10.0.0.1',
    '::7f00:1',
    '::ffff:0:7f00:1',
    '64:ff9b::7f00:1',
    '64:ff9b:1::7f00:1',
    '2002:7f00:1::',
    '2001:0:7f00:1::',
    '2600::5efe:7f00:1',
    '2001:db8::1',
    '3fff::1',
    'fec0::1',
    '1::1',
    '4000::1',
    '198.18.0.1',
    '192.0.0.8',
    'not an address',
  ])('%s is not', (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })
})
