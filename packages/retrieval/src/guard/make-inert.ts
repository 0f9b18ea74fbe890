const image = /!\[([^\]\n]*)\](?:\([^)\n]*\)|\[[^\]\n]*\])/gu
const link = /\[([^\]\n]*)\]\(\s*<?([^)\s>]*)[^)\n]*\)/gu
const definition = /^[ \t]*\[[^\]\n]+\]:[ \t]*\S+.*$/gmu
/** Tags, comments and autolinks: whatever Markdown would hand on as HTML. */
const html = /<(?:[a-z/!?][^<>\n]*>?|[a-z][a-z0-9+.-]*:[^<>\s]*>)/giu
const code = /`[^`\n]+`/gu
/** Control characters, direction marks and tag characters: orders to a terminal, another order than is stored, unseen text. */
const unseen = /(?![\n\t])\p{Cc}|[\u202a-\u202e\u2066-\u2069]|[\u{e0000}-\u{e007f}]/gu

/**
 * A sentence that any Markdown renderer shows as words: images become their description, links of other schemes than
 * http, https and mailto their label, HTML is set as code, and characters that only steer go. What is code already stays.
 */
export function makeInert(given: string): string {
  const text = given.replace(unseen, '')
  let at = 0
  let inert = ''
  for (const match of text.matchAll(code)) {
    inert += makePlainInert(text.slice(at, match.index)) + match[0]
    at = match.index + match[0].length
  }
  return inert + makePlainInert(text.slice(at))
}

function makePlainInert(text: string): string {
  return text
    .replace(image, '$1')
    .replace(link, (whole, label: string, target: string) =>
      /^(?:https?:\/\/|mailto:|#|$)/i.test(target.trim()) ? whole : label,
    )
    .replace(definition, '')
    .replace(html, (tag) => `\`${tag.replaceAll('`', '')}\``)
}
