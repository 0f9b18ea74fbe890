/**
 * True where a rule's path of robots.txt holds for a path (RFC 9309, section 2.2.2): as a beginning, `*` for anything,
 * `$` at the end for the path's end. Both are in the form of `normalizeRobotsPath`. Takes time linear in the path for
 * each star.
 */
export function matchRobotsPath(options: { rule: string; path: string }): boolean {
  const { path } = options
  const isAnchored = options.rule.endsWith('$')
  const rule = isAnchored ? options.rule.slice(0, -1) : options.rule
  const [first = '', ...parts] = rule.split('*')
  if (!path.startsWith(first)) return false
  let at = first.length
  const last = isAnchored ? parts.pop() : undefined
  for (const part of parts) {
    const found = path.indexOf(part, at)
    if (found === -1) return false
    at = found + part.length
  }
  if (!isAnchored) return true
  return last === undefined ? at === path.length : path.length - last.length >= at && path.endsWith(last)
}
