/** Globs that one with braces may stand for at most. */
const maxGlobs = 100

/** The globs that one with choices in braces stands for: `a/{b,c}` is `a/b` and `a/c`. Errors: a SyntaxError that says what is wrong. */
export function expandBraces(glob: string): string[] {
  const found = findBraces(glob)
  if (!found) return [glob]
  const { start, commas, end } = found
  const rests = expandBraces(glob.slice(end + 1))
  const globs: string[] = []
  for (const [index, comma] of [start, ...commas].entries()) {
    const choice = glob.slice(comma + 1, [...commas, end][index])
    for (const inner of expandBraces(choice))
      for (const rest of rests) {
        globs.push(glob.slice(0, start) + inner + rest)
        if (globs.length > maxGlobs) throw new SyntaxError(`its braces stand for more than ${maxGlobs} patterns`)
      }
  }
  return globs
}

/** The first outermost pair of braces and the commas that part its choices. */
function findBraces(glob: string): { start: number; commas: number[]; end: number } | null {
  let start = -1
  let depth = 0
  const commas: number[] = []
  for (const { 0: token, index } of glob.matchAll(/\[[!^]?\]?[^\]/]*\]|[{},]/g)) {
    if (token === '{' && depth++ === 0) start = index
    else if (token === ',' && depth === 1) commas.push(index)
    else if (token === '}' && depth === 0) throw new SyntaxError('a "}" was never opened')
    else if (token === '}' && --depth === 0) return { start, commas, end: index }
  }
  if (depth > 0) throw new SyntaxError('a "{" is not closed')
  return null
}
