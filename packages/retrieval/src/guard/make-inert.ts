const image = /!\[([^\]\n]*)\](?:\([^)\n]*\)|\[[^\]\n]*\])/gu
const link = /\[([^\]\n]*)\]\(\s*<?([^)\s>]*)[^)\n]*\)/gu
const definition = /^[ \t]*\[[^\]\n]+\]:[ \t]*\S+.*$/gmu
/** Tags, comments and autolinks: whatever Markdown would hand on as HTML. */
const html = /<(?:[a-z/!?][^<>\n]*>?|[a-z][a-z0-9+.-]*:[^<>\s]*>)/giu
const code = /`[^`\n]+`/gu

/**
 * A sentence that any Markdown renderer shows as words: images become their description, links of other schemes than
 * http, https and mailto their label, and HTML is set as code. What is code already stays.
 */
export function makeInert(text: string): string {
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
