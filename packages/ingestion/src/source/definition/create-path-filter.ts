import { ShuttenError } from '@shutten/core'
import picomatch from 'picomatch'

export interface PathFilter {
  /** `path` is relative, its parts parted by `/`. */
  isIncluded(path: string): boolean
}

const maxLength = 300
// Many open ends within one part take a time that grows with a power of its length.
const maxWildcards = 4
const options = { dot: true, noextglob: true, nonegate: true, strictBrackets: true } as const

/**
 * Globs over paths: `*`, `?`, `[a-z]` and `{a,b}` stay within one part, and `**` is any number of parts. A pattern without a
 * slash holds at any depth, and one whose last part is a plain name, or that ends in a slash, also holds for what lies
 * below. A slash in front, Unicode's form and percent-encoding make no difference; case does.
 *
 * Errors: PATTERN_INVALID for a pattern that is malformed or could never match.
 */
export function createPathFilter(patterns: { include: readonly string[]; exclude: readonly string[] }): PathFilter {
  const include = patterns.include.map(createMatcher)
  const exclude = patterns.exclude.map(createMatcher)
  const shadowed = patterns.include.find((pattern) => patterns.exclude.includes(pattern))
  if (shadowed !== undefined) throw createPatternError(shadowed, 'it is excluded by the same pattern')
  return {
    isIncluded(path) {
      const plain = normalizePath(path)
      return (include.length === 0 || include.some((matches) => matches(plain))) && !exclude.some((m) => m(plain))
    },
  }
}

function createMatcher(pattern: string): (path: string) => boolean {
  const glob = normalizePath(pattern.trim())
  const problem = findProblem(glob)
  if (problem) throw createPatternError(pattern, problem)
  const parts = glob.replace(/\/$/, '/**').split('/')
  if (!glob.includes('/')) parts.unshift('**')
  // What bears a plain name may be a folder.
  if (isPlainName(parts.at(-1) as string)) parts.push('**')
  try {
    const matchers = parts.map((part) => (part === '**' ? null : picomatch(toGlob(part), options)))
    return (path) => matchParts(matchers, path.split('/'))
  } catch {
    throw createPatternError(pattern, 'a bracket is not closed within its part')
  }
}

/** `null` stands for `**`: any number of parts, also none. As for a star in one part, the last one is the only one to go back to. */
function matchParts(globs: readonly (((part: string) => boolean) | null)[], parts: readonly string[]): boolean {
  let glob = 0
  let part = 0
  let back: { glob: number; part: number } | null = null
  while (part < parts.length) {
    const matches = globs[glob]
    if (glob < globs.length && matches === null) back = { glob: ++glob, part }
    else if (matches?.(parts[part] as string)) {
      glob += 1
      part += 1
    } else if (back) {
      back = { glob: back.glob, part: back.part + 1 }
      glob = back.glob
      part = back.part
    } else return false
  }
  return globs.slice(glob).every((rest) => rest === null)
}

/** Signs that only the library knows are plain characters here. */
const toGlob = (part: string) => part.replace(/[()+|^$@]/g, '\\$&').replaceAll('[!', '[^')

const isPlainName = (name: string) => !/[*?[\]{}]/.test(name)

function findProblem(glob: string): string | null {
  if (glob === '') return 'it is empty'
  if (glob.length > maxLength) return `it has more than ${maxLength} characters`
  if (glob.startsWith('!')) return 'it begins with "!": put it among the patterns that leave out'
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(glob)) return 'it holds a whole address, and paths are what it is held against'
  if (glob.includes('\\')) return 'it holds a backslash; parts of a path are parted by "/"'
  if (/\p{Cc}/u.test(glob)) return 'it holds a control character'
  if (glob.includes('#')) return 'it holds a "#", and no path does'
  if (glob.includes('//')) return 'it holds an empty part ("//")'
  if (glob.split('/').some((part) => part === '.' || part === '..')) return 'it holds "." or ".." as a part'
  if (glob.split('/').some((part) => (part.match(/\*+/g)?.length ?? 0) > maxWildcards))
    return `a part of it holds more than ${maxWildcards} wildcards`
  return null
}

function normalizePath(path: string): string {
  const plain = path.replace(/^\//, '')
  return (plain.includes('%') ? decodePath(plain) : plain).normalize('NFC')
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

function createPatternError(pattern: string, problem: string): ShuttenError {
  return new ShuttenError({
    code: 'PATTERN_INVALID',
    message: `The pattern ${JSON.stringify(pattern)} matches nothing: ${problem}.`,
    suggestion: 'Write a glob over paths, such as docs/**, *.md or **/{news,notes}/*.html.',
  })
}
