const foldable = /[\uff01-\uff5e\u3000\u00a0\u2010-\u2015\u2212]|(?<=[0-9０-９])ー(?=[0-9０-９])/gu

/**
 * Full-width ASCII, spaces and every kind of hyphen as ASCII; a long-vowel mark between digits is a hyphen. Each UTF-16
 * code unit becomes one, so offsets hold.
 */
export function foldWidth(text: string): string {
  return text.replace(foldable, (character) => {
    const code = character.charCodeAt(0)
    if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0)
    return code === 0x3000 || code === 0xa0 ? ' ' : '-'
  })
}
