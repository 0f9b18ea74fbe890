/** What a model reads and a person does not see: joiners, fillers, variation selectors, direction marks. */
const invisible = /\p{Default_Ignorable_Code_Point}/gu
/** Tag characters repeat ASCII without showing it. Source: The Unicode Standard, section 23.9. */
const tags = /[\u{e0000}-\u{e007f}]+/gu
const controls = /(?![\n\t])\p{Cc}/gu

/** Cyrillic and Greek letters that look like Latin ones; only within words that hold Latin letters too. */
const lookalikes: Record<string, string> = Object.fromEntries(
  [...'аaеeоoрpсcуyхxіiјjѕsԁdԛqһhӏlᴀaɡgαaοoρpνvιiτtκkυuєeոnւu'.matchAll(/(.)(.)/gu)].map(([, from, to]) => [from, to]),
)
const mixedWord = /(?=[\p{L}]*[a-z])(?=[\p{L}]*[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}ᴀɡ])\p{L}+/gu

const base64 = /[A-Za-z0-9+/]{24,}={0,2}/g

/** Without characters that show nothing; `readTags` writes tag characters as the ASCII they repeat. */
export function removeInvisible(text: string, options: { readTags?: boolean } = {}): string {
  const { readTags = false } = options
  return text
    .replace(tags, (run) => (readTags ? ` ${[...run].map(readTag).join('')} ` : ''))
    .replace(invisible, '')
    .replace(controls, '')
}

function readTag(tag: string): string {
  const code = (tag.codePointAt(0) ?? 0) - 0xe0000
  return code >= 0x20 && code < 0x7f ? String.fromCharCode(code) : ''
}

/** What a text says to someone who reads through its disguises: width, look-alikes, letters apart, tags, base64. */
export function revealText(text: string): string {
  const plain = removeInvisible(text, { readTags: true })
  const decoded = [...plain.matchAll(base64)].map(([run]) => decode(run)).filter((one) => one !== null)
  const folded = [plain, ...decoded].join('\n').normalize('NFKC').toLowerCase()
  return (
    folded
      .replace(mixedWord, (word) => [...word].map((letter) => lookalikes[letter] ?? letter).join(''))
      // b-o-m-b, 爆 弾
      .replace(/(?<![a-z])[a-z]([ .\-_*])(?:[a-z]\1){2,}[a-z](?![a-z])/g, (apart) => apart.replace(/[^a-z]/g, ''))
      .replace(
        /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー])[ \t・*_-]+(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー])/gu,
        '',
      )
      .replace(/[ \t]+/g, ' ')
      .trim()
  )
}

function decode(run: string): string | null {
  const text = Buffer.from(run, 'base64').toString('utf8')
  const printable = text.replace(/[^\p{L}\p{N}\p{P}\p{Zs}\n]/gu, '')
  return printable.length > 12 && printable.length >= 0.95 * text.length ? text : null
}
