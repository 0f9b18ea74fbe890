import { describe, expect, it } from 'vitest'
import { parseSourceDefinition } from './parse-source-definition.js'

const page = { kind: 'url', location: 'https://example.com/a' }
const folder = { kind: 'folder', location: '/data/docs' }

describe('the definition of a source', () => {
  it('takes its defaults', () => {
    expect(parseSourceDefinition({ kind: 'sitemap', location: ' https://EXAMPLE.com/sitemap.xml#x ' })).toEqual({
      kind: 'sitemap',
      location: 'https://example.com/sitemap.xml',
      schedule: null,
      include: [],
      exclude: [],
      language: null,
      tags: [],
      allowedHosts: [],
      followedHosts: [],
      limits: { maxItems: 50_000, maxBytes: 20 * 1024 * 1024, timeoutMs: 30_000, minGapMs: 1_000 },
    })
  })

  it('is taken as it is given', () => {
    const given = {
      kind: 'feed',
      location: 'http://intranet:8080/feed',
      schedule: { cron: '0 4 * * *', timeZone: 'Asia/Tokyo' },
      include: ['/news/**'],
      exclude: ['*.pdf'],
      language: 'ja',
      tags: ['社内'],
      allowedHosts: ['intranet:8080', '[fd00::1]'],
      followedHosts: ['blog.example.com'],
      limits: { maxItems: 10, maxBytes: 100_000, timeoutMs: 5_000, minGapMs: 0 },
    }
    expect(parseSourceDefinition(given)).toEqual(given)
    expect(parseSourceDefinition({ kind: 'folder', location: 'file:///data/a%20b/../c' })).toMatchObject({
      location: '/data/c',
    })
    expect(parseSourceDefinition({ ...page, allowedHosts: ['Example.COM'] })).toMatchObject({
      allowedHosts: ['example.com'],
    })
  })

  it.each([
    ['SOURCE_DEFINITION_INVALID', null],
    ['SOURCE_DEFINITION_INVALID', { ...page, kind: 'ftp' }],
    ['SOURCE_DEFINITION_INVALID', { ...page, location: ' ' }],
    ['SOURCE_DEFINITION_INVALID', { ...page, location: 'example.com' }],
    ['SOURCE_DEFINITION_INVALID', { ...page, location: 'ftp://example.com/' }],
    ['SOURCE_DEFINITION_INVALID', { ...folder, location: 'docs' }],
    ['SOURCE_DEFINITION_INVALID', { ...folder, location: 'file://host/docs' }],
    ['SOURCE_DEFINITION_INVALID', { ...page, other: 1 }],
    ['SOURCE_DEFINITION_INVALID', { ...page, limits: { maxItems: 0 } }],
    ['SOURCE_DEFINITION_INVALID', { ...page, allowedHosts: ['*.example.com'] }],
    ['SOURCE_DEFINITION_INVALID', { ...page, allowedHosts: ['https://example.com'] }],
    ['SOURCE_DEFINITION_INVALID', { ...page, allowedHosts: ['example.com/a'] }],
    ['SOURCE_DEFINITION_INVALID', { ...page, language: 'fr' }],
    ['SOURCE_DEFINITION_INVALID', { kind: 'upload', location: '/up', schedule: { cron: '@daily', timeZone: 'UTC' } }],
    ['SCHEDULE_INVALID', { ...page, schedule: { cron: 'often', timeZone: 'UTC' } }],
    ['SCHEDULE_INVALID', { ...page, schedule: { cron: '0 0 30 2 *', timeZone: 'UTC' } }],
    ['TIME_ZONE_UNKNOWN', { ...page, schedule: { cron: '@daily', timeZone: 'Tokyo' } }],
    ['PATTERN_INVALID', { ...page, include: ['[a'] }],
    ['PATTERN_INVALID', { ...page, include: ['a'], exclude: ['a'] }],
    ['SOURCE_FETCH_REFUSED', { ...page, location: 'http://127.0.0.1/' }],
    ['SOURCE_FETCH_REFUSED', { ...page, location: 'http://2130706433/' }],
    ['SOURCE_FETCH_REFUSED', { ...page, location: 'http://localhost/' }],
    ['SOURCE_FETCH_REFUSED', { ...page, location: 'https://user:pass@example.com/' }],
  ])('is refused with %s: %j', (code, input) => {
    expect(() => parseSourceDefinition(input)).toThrow(
      expect.objectContaining({ code, suggestion: expect.stringMatching(/./) }),
    )
  })

  it('names the part that is not valid', () => {
    expect(() => parseSourceDefinition({ ...page, limits: { maxItems: 'x' } })).toThrow(/limits\.maxItems/)
  })
})
