const end = '[^\\s<>"\'`（）()「」『』【】\\[\\]{}。、，；]'
const patterns = [
  new RegExp(`\\b(?:https?|ftps?|file|javascript|vbscript|data|blob|wss?|tel|sms|mailto):${end}+`, 'giu'),
  new RegExp(`(?<![:\\w])//[a-z0-9-]+\\.${end}+`, 'giu'),
  new RegExp(
    `(?<![\\w.@-])(?:[a-z0-9-]+\\.)+(?:com|net|org|edu|gov|info|biz|io|dev|app|ai|co|me|xyz|site|online|shop|top|link|click|ru|cn|jp|uk|de|fr|eu|us|tk|example|invalid|test|onion)(?![\\w-])(?:[/?#]${end}*)?`,
    'giu',
  ),
  /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/giu,
]

const fold = (text: string) => text.normalize('NFKC').toLowerCase()

/** Web and mail addresses of a text, folded, each once. */
export function findAddresses(text: string): string[] {
  const folded = fold(text)
  const found = patterns.flatMap((pattern) => [...folded.matchAll(pattern)].map(([address]) => address))
  return [...new Set(found.map((address) => address.replace(/[.,:;!?]+$/, '')))]
}
