import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createPathFilter } from './create-path-filter.js'

const matches = (pattern: string, path: string) =>
  createPathFilter({ include: [pattern], exclude: [] }).isIncluded(path)

describe('patterns', () => {
  it.each([
    ['*.md', 'a.md', true],
    ['*.md', 'docs/a.md', true],
    ['*.md', 'docs/a.mdx', false],
    ['docs/*.md', 'docs/a.md', true],
    ['docs/*.md', 'docs/b/a.md', false],
    ['docs/**', 'docs/b/a.md', true],
    ['docs/**', 'docs', true],
    ['docs/**', 'docs2/a.md', false],
    ['**/draft/**', 'a/b/draft/c.md', true],
    ['**/draft/**', 'draft/c.md', true],
    ['drafts', 'a/drafts/b.md', true],
    ['drafts', 'a/drafts.md', false],
    ['docs/drafts', 'docs/drafts/a/b.md', true],
    ['docs/', 'docs/a.md', true],
    ['/docs/*', 'docs/a.md', true],
    ['news/**', '/news/2026/1.html', true],
    ['news/*', '/news/', false],
    ['記事/**', '/%E8%A8%98%E4%BA%8B/1', true],
    ['%E8%A8%98%E4%BA%8B/**', '記事/1', true],
    ['ガ.txt', 'ガ.txt', true],
    ['**/*.{md,html}', 'a/b.html', true],
    ['v[0-9]/**', 'v2/a.md', true],
    ['v[!0-9]/**', 'v2/a.md', false],
    ['{a/b,c}/*', 'a/b/d', true],
    ['{a,b{1,2}}.md', 'b2.md', true],
    ['{a,b{1,2}}.md', 'b.md', false],
    ['{docs,notes}', 'x/notes/a.md', true],
    ['[{]a,b[}]', '{a,b}', true],
    ['[]x]', ']', true],
    ['[a-]', '-', true],
    ['[!]', '!', true],
    ['[!]', 'a', false],
    ['a.md{,x}', 'a.md', true],
    ['C#*', 'C# 1.md', true],
    ['[a.c]', 'b', false],
    ['?', '😀', true],
    ['.well/**', '.well/a.md', true],
    ['docs/!a', 'docs/!a', true],
    ['*', '.hidden', true],
    ['a+b (1).md', 'a+b (1).md', true],
    ['a(b|c)*', 'a(b|c)d', true],
    ['@(a).md', '@(a).md', true],
    ['a^$', 'a^$', true],
    ['x**y/z', 'xaby/z', true],
    ['**', 'a/b', true],
    ['a/**/b', 'a/b', true],
    ['a/**/b/**/c', 'a/x/b/b/y/c', true],
    ['Docs/**', 'docs/a.md', false],
  ])('%s on %s: %s', (pattern, path, expected) => {
    expect(matches(pattern, path)).toBe(expected)
  })

  it('leave out after they take in', () => {
    const filter = createPathFilter({ include: ['docs/**'], exclude: ['*.tmp.md', 'docs/old'] })
    expect(['docs/a.md', 'docs/a.tmp.md', 'docs/old/b.md', 'b.md'].filter((path) => filter.isIncluded(path))).toEqual([
      'docs/a.md',
    ])
    expect(createPathFilter({ include: [], exclude: [] }).isIncluded('x')).toBe(true)
  })

  it.each([
    '',
    ' ',
    '/',
    '!a',
    'a\\b',
    'https://example.com/a/**',
    'a//b',
    '../a',
    'a/./b',
    '[a',
    '{a,b',
    'a}',
    '[z-a]',
    '{a,b}'.repeat(7),
    '[]',
    '{,a}',
    'a\0',
    'x'.repeat(301),
  ])('do not take %j', (pattern) => {
    const include = { include: [pattern], exclude: [] }
    expect(() => createPathFilter(include)).toThrow(expect.objectContaining({ code: 'PATTERN_INVALID' }))
  })

  it('say when one takes in what the same one leaves out', () => {
    expect(() => createPathFilter({ include: ['a/**'], exclude: ['a/**'] })).toThrow(
      expect.objectContaining({ code: 'PATTERN_INVALID' }),
    )
  })

  it('take no time that grows with a power of the path', () => {
    const path = `${'a'.repeat(20_000)}/${'a/'.repeat(5_000)}`
    expect(matches(`${'*a'.repeat(100)}b`, path)).toBe(false)
    expect(matches(`${'**/a/'.repeat(50)}b`, path)).toBe(false)
  })

  it('match as the naive matcher does', () => {
    const part = fc.stringMatching(/^[ab]{1,3}$/)
    const path = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'))
    const globPart = fc.oneof(
      fc.stringMatching(/^[ab?*]{1,3}$/).filter((glob) => !glob.includes('**')),
      fc.constant('**'),
    )
    const glob = fc
      .array(globPart, { minLength: 2, maxLength: 4 })
      // A plain name at the end also means what lies below, which the naive matcher does not know.
      .filter((parts) => /[*?]/.test(parts.at(-1) as string))
      .map((parts) => parts.join('/'))
    fc.assert(
      fc.property(glob, path, (pattern, name) => {
        expect([pattern, name, matches(pattern, name)]).toEqual([
          pattern,
          name,
          matchParts(pattern.split('/'), name.split('/')),
        ])
      }),
      { numRuns: 2_000 },
    )
  })
})

function matchParts(globs: string[], parts: string[]): boolean {
  const [glob, ...rest] = globs
  if (glob === undefined) return parts.length === 0
  if (glob === '**') return parts.some((_, at) => matchParts(rest, parts.slice(at))) || matchParts(rest, [])
  return parts.length > 0 && matchPart(glob, parts[0] as string) && matchParts(rest, parts.slice(1))
}

function matchPart(glob: string, part: string): boolean {
  if (glob === '') return part === ''
  if (glob[0] === '*') return matchPart(glob.slice(1), part) || (part !== '' && matchPart(glob, part.slice(1)))
  return part !== '' && (glob[0] === '?' || glob[0] === part[0]) && matchPart(glob.slice(1), part.slice(1))
}
