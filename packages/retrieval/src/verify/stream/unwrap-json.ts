const textKeys = /"(?:answer|text|response|content|output|result|回答|答え)"\s*:\s*"((?:[^"\\]|\\.)*)"?/u

/** The texts of an answer that a model wrote as JSON, one a line; null where it is no JSON with a text in it. */
export function unwrapJson(source: string): string | null {
  const body = source
    .trim()
    .replace(/^```\w*\s*/u, '')
    .replace(/\s*```$/u, '')
  try {
    const texts = collectTexts(JSON.parse(body) as unknown)
    return texts.length > 0 ? texts.join('\n') : null
  } catch {
    // Cut off or malformed: what stands under a telling key is still an answer.
    const found = textKeys.exec(body)?.[1]
    return found === undefined ? null : readEscapes(found)
  }
}

/** Under the first telling key there is, else every text that reads like a sentence. */
function collectTexts(value: unknown): string[] {
  if (typeof value === 'string') return /[\s。、.]/u.test(value) ? [value] : []
  if (Array.isArray(value)) return value.flatMap(collectTexts)
  if (typeof value !== 'object' || value === null) return []
  const record = value as Record<string, unknown>
  for (const key of ['answer', 'sentences', 'text', 'response', 'content', 'output', 'result', '回答', '答え']) {
    const held = record[key]
    if (typeof held === 'string') return [`${held}${citedIn(record)}`]
    if (typeof held === 'object' && held !== null) return collectTexts(held)
  }
  return Object.values(record).flatMap(collectTexts)
}

function citedIn(record: Record<string, unknown>): string {
  const held = record.citations ?? record.sources ?? record.passages
  const numbers = (Array.isArray(held) ? held : [held]).filter(
    (one) => Number.isInteger(one) || /^\d+$/.test(String(one)),
  )
  return numbers.map((number) => `[${number}]`).join('')
}

function readEscapes(text: string): string {
  try {
    return JSON.parse(`"${text.replace(/\\$/, '')}"`) as string
  } catch {
    return text
  }
}
