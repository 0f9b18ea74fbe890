import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matchRobotsPath } from './match-robots-path.js'
import { normalizeRobotsPath } from './normalize-robots-path.js'
import { parseRobots } from './parse-robots.js'

const parse = (lines: string[]) => parseRobots({ text: lines.join('\n'), productToken: 'Shutten' })
const allowed = (lines: string[], path: string) => parse(lines).isAllowed(path)

describe('robots.txt', () => {
  it('goes by the longest rule, and by the one that allows of equal ones', () => {
    const lines = [
      'User-agent: *',
      'Disallow: /',
      'Allow: /public',
      'Disallow: /public/private',
      'Allow: /x',
      'Disallow: /x',
    ]
    expect(allowed(lines, '/a')).toBe(false)
    expect(allowed(lines, '/public/a')).toBe(true)
    expect(allowed(lines, '/public/private/a')).toBe(false)
    expect(allowed(lines, '/x')).toBe(true)
    expect(allowed(lines, '/robots.txt')).toBe(true)
  })

  it.each([
    ['/fish', '/fish.html', true],
    ['/fish', '/Fish', false],
    ['/fish*', '/fishheads/yummy.html?id=1', true],
    ['/fish/', '/fish', false],
    ['/*.php', '/folder/filename.php?parameters', true],
    ['/*.php$', '/filename.php', true],
    ['/*.php$', '/filename.php?parameters', false],
    ['/fish*.php', '/fishheads/catfish.php', true],
    ['/a*b*c$', '/abcbc', true],
    ['/a*b$', '/ab/b/c', false],
    ['/ab*b$', '/ab', false],
    ['/$', '/', true],
    ['/$', '/a', false],
    ['*/x', '/a/x', true],
    ['/ツ', '/%E3%83%84/1', true],
    ['/%e3%83%84', '/%E3%83%84', true],
    ['/%62%61%7A', '/baz', true],
    ['/a%2Fb', '/a/b', false],
    ['/file-%2A.html', '/file-*.html', true],
    ['/a$b', '/a$b', true],
    ['/q?x=*', '/q?x=1', true],
  ])('%s holds for %s: %s', (rule, path, expected) => {
    expect(allowed(['User-agent: *', `Disallow: ${rule}`], path)).toBe(!expected)
  })

  it('takes all groups of its own name as one, and those of others only where there is none', () => {
    const lines = [
      'User-agent: Other',
      'Disallow: /',
      '',
      'user-AGENT: shutten/2.0',
      'Disallow: /a',
      'User-agent: *',
      'Disallow: /',
      'User-agent: x',
      'User-agent: SHUTTEN',
      'Disallow: /b',
    ]
    expect(['/a', '/b', '/c'].map((path) => allowed(lines, path))).toEqual([false, false, true])
    expect(allowed(['User-agent: Shuttenbot', 'Disallow: /', 'User-agent: *', 'Disallow: /z'], '/a')).toBe(true)
    expect(allowed(['User-agent: Shutten', 'Disallow:', 'User-agent: *', 'Disallow: /'], '/a')).toBe(true)
  })

  it('is read through comments, odd lines, line ends and a byte order mark', () => {
    const text =
      '\ufeffUser-agent: * # all\r\nSitemap: https://example.com/s.xml\rhello\nDisallow : /a # this\n<p>x</p>'
    const rules = parseRobots({ text, productToken: 'Shutten' })
    expect([rules.isAllowed('/a'), rules.isAllowed('/b')]).toEqual([false, true])
    expect(allowed(['Disallow: /'], '/a')).toBe(true)
    expect(allowed(['User-agent: *', 'Disallow: a'], '/a')).toBe(true)
    expect(allowed([], '/a')).toBe(true)
  })

  it('knows the delay, which ends no head of a group', () => {
    const lines = [
      'User-agent: shutten',
      'Crawl-delay: 2.5',
      'User-agent: other',
      'Disallow: /a',
      'User-agent: *',
      'Crawl-delay: 9',
    ]
    expect(parse(lines).crawlDelayMs).toBe(2_500)
    expect(parse(lines).isAllowed('/a')).toBe(false)
    expect(parse(['User-agent: *', 'Crawl-delay: soon']).crawlDelayMs).toBeNull()
  })

  it('matches as the naive matcher does', () => {
    const path = fc.stringMatching(/^\/[abc/]{0,8}$/)
    const rule = fc.stringMatching(/^\/[abc/*]{0,6}\$?$/)
    fc.assert(
      fc.property(rule, path, (one, other) => {
        expect([one, other, matchRobotsPath({ rule: one, path: other })]).toEqual([
          one,
          other,
          matchNaively(one, other),
        ])
      }),
      { numRuns: 3_000 },
    )
  })

  it('chooses among rules as the naive reading does', () => {
    const rules = fc.array(fc.record({ path: fc.stringMatching(/^\/[ab*]{0,4}\$?$/), allow: fc.boolean() }), {
      maxLength: 6,
    })
    fc.assert(
      fc.property(rules, fc.stringMatching(/^\/[ab]{0,5}$/), (list, path) => {
        const holding = list.filter((rule) => matchNaively(rule.path, path))
        const longest = Math.max(0, ...holding.map((rule) => rule.path.length))
        const deciding = holding.filter((rule) => rule.path.length === longest)
        const lines = ['User-agent: *', ...list.map((rule) => `${rule.allow ? 'Allow' : 'Disallow'}: ${rule.path}`)]
        expect(allowed(lines, path)).toBe(deciding.length === 0 || deciding.some((rule) => rule.allow))
      }),
      { numRuns: 1_000 },
    )
  })

  it('gives addresses one form, however they are encoded', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 10 }), (text) => {
        const url = new URL('https://example.com/')
        url.pathname = text.replace(/[\\/?#%]/g, '')
        const plain = decodeURIComponent(url.pathname)
        expect(normalizeRobotsPath(url.pathname, { isRule: false })).toBe(
          normalizeRobotsPath(encodeURI(plain).replace(/[?#]/g, encodeURIComponent), { isRule: false }),
        )
      }),
    )
  })
})

function matchNaively(rule: string, path: string): boolean {
  if (rule === '') return true
  if (rule === '$') return path === ''
  if (rule[0] === '*') return matchNaively(rule.slice(1), path) || (path !== '' && matchNaively(rule, path.slice(1)))
  return path !== '' && rule[0] === path[0] && matchNaively(rule.slice(1), path.slice(1))
}
