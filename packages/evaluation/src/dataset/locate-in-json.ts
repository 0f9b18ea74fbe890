/**
 * The line, from 1, on which the value at a path begins. Of a path that is not there it is that of the nearest value around it.
 *
 * @param options.json a valid JSON text (RFC 8259)
 */
export function locateInJson(options: { json: string; path: readonly PropertyKey[] }): number {
  const { json, path } = options
  const reader = createReader(json)
  let at = reader.skipSpace(0)
  for (const key of path) {
    const next =
      json[at] === '{'
        ? findMember(reader, at, String(key))
        : json[at] === '['
          ? findItem(reader, at, Number(key))
          : null
    if (next === null) break
    at = next
  }
  return countLines(json, at)
}

/** The line, from 1, of a place in a text. */
export function countLines(text: string, at: number): number {
  let line = 1
  for (let end = text.indexOf('\n'); end >= 0 && end < at; end = text.indexOf('\n', end + 1)) line += 1
  return line
}

type Reader = ReturnType<typeof createReader>

/** Each function takes a place and gives the one behind what begins there. */
function createReader(json: string) {
  const skipSpace = (at: number) => {
    while (/[\s]/.test(json[at] ?? '')) at += 1
    return at
  }
  const skipString = (at: number) => {
    for (at += 1; json[at] !== '"'; at += 1) if (json[at] === '\\') at += 1
    return at + 1
  }
  const skipValue = (at: number): number => {
    const first = json[at]
    if (first === '"') return skipString(at)
    if (first !== '{' && first !== '[') {
      while (at < json.length && !/[\s,\]}]/.test(json[at] ?? '')) at += 1
      return at
    }
    // No recursion: a text may be nested more deeply than the stack is.
    for (let depth = 0; at < json.length; ) {
      const character = json[at]
      if (character === '"') {
        at = skipString(at)
        continue
      }
      if (character === '{' || character === '[') depth += 1
      if (character === '}' || character === ']') depth -= 1
      at += 1
      if (depth === 0) break
    }
    return at
  }
  return { json, skipSpace, skipString, skipValue }
}

/** Where the value of a member begins; the last one of a name counts, as for `JSON.parse`. */
function findMember({ json, skipSpace, skipString, skipValue }: Reader, object: number, name: string): number | null {
  let found: number | null = null
  for (let at = skipSpace(object + 1); json[at] === '"'; ) {
    const end = skipString(at)
    const value = skipSpace(skipSpace(end) + 1)
    if (JSON.parse(json.slice(at, end)) === name) found = value
    at = skipSpace(skipValue(value))
    if (json[at] === ',') at = skipSpace(at + 1)
  }
  return found
}

function findItem({ json, skipSpace, skipValue }: Reader, array: number, index: number): number | null {
  let at = skipSpace(array + 1)
  for (let i = 0; json[at] !== ']'; i++) {
    if (i === index) return at
    at = skipSpace(skipValue(at))
    if (json[at] === ',') at = skipSpace(at + 1)
  }
  return null
}
