import { ShuttenError } from '@shutten/core'
import { compileGlob } from './compile-glob.js'
import { expandBraces } from './expand-braces.js'

export interface PathFilter {
  /** `path` is relative, its parts parted by `/`. */
  isIncluded(path: string): boolean
  /** The pattern that leaves a path out; null where none lets it in, or it is not left out. */
  findExcluding(path: string): string | null
}

const maxLength = 300

/**
 * Globs over paths: `*`, `?`, `[a-z]` and `[!a-z]` stay within one part, `**` is any number of parts, `{a,b}` chooses.
 * A pattern without a slash holds at any depth, and one whose last part is a plain name, or that ends in a slash, also
 * holds for what lies below. A slash in front, Unicode's form and percent-encoding make no difference; case does.
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
    findExcluding(path) {
      const plain = normalizePath(path)
      return patterns.exclude.find((_, at) => exclude[at]?.(plain)) ?? null
    },
  }
}

function createMatcher(pattern: string): (path: string) => boolean {
  const whole = normalizePath(pattern.trim())
  const problem = findProblem(whole)
  if (problem) throw createPatternError(pattern, problem)
  try {
    const matchers = expandBraces(whole).map((glob) => compileGlob(completeGlob(glob)))
    return (path) => matchers.some((matches) => matches(path))
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw createPatternError(pattern, error.message)
  }
}

/** Says in the glob itself what it means besides: any depth without a slash, and what lies below a plain name. */
function completeGlob(glob: string): string {
  if (glob === '') throw new SyntaxError('one of its choices is empty')
  const anchored = glob.includes('/') ? glob : `**/${glob}`
  if (anchored.endsWith('/')) return `${anchored}**`
  return /[*?[]/.test(anchored.slice(anchored.lastIndexOf('/') + 1)) ? anchored : `${anchored}/**`
}

function findProblem(glob: string): string | null {
  if (glob === '') return 'it is empty'
  if (glob.length > maxLength) return `it has more than ${maxLength} characters`
  if (glob.startsWith('!')) return 'it begins with "!": put it among the patterns that leave out'
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(glob)) return 'it holds a whole address, and paths are what it is held against'
  if (glob.includes('\\')) return 'it holds a backslash; parts of a path are parted by "/"'
  if (/\p{Cc}/u.test(glob)) return 'it holds a control character'
  if (glob.includes('//')) return 'it holds an empty part ("//")'
  if (glob.split('/').some((part) => part === '.' || part === '..')) return 'it holds "." or ".." as a part'
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
