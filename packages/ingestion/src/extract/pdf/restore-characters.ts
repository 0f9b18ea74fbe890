const radicals = /[\u2e80-\u2fdf]/gu
/** Radicals that Unicode has no decomposition for, each before the character it looks like (EquivalentUnifiedIdeograph.txt). */
const lookalikes =
  '⺠民⻁虎⻄西⻆角⻑長⻗雨⻘青⻝食⻣骨⻤鬼⻨麦⻩黄⻫斉⻭歯⻯竜⻲亀⺧牛⺫目⺹老⺭礻⺡氵⺘扌⺾艹⻌辶⻖阝⻏阝'
const byRadical = new Map([...lookalikes.matchAll(/(.)(.)/gu)].map(([, radical, character]) => [radical, character]))
const verticalForms = /[\ufe10-\ufe19\ufe30-\ufe4f]/gu

/**
 * Fonts of PDF files name some of their glyphs by characters that nobody typed: the radicals 「⽇」 for 日, and 「︵」, the form
 * that a bracket takes in vertical writing. These become the characters that are meant, and that are searched for.
 */
export function restoreCharacters(text: string): string {
  return text
    .replace(radicals, (one) => byRadical.get(one) ?? one.normalize('NFKC'))
    .replace(verticalForms, (form) => {
      if (form === '\ufe19') return '…'
      if (form === '\ufe30') return '‥'
      const plain = form.normalize('NFKC')
      // In Japanese text brackets and signs are full-width.
      return /^[!-~]$/.test(plain) ? String.fromCharCode(plain.charCodeAt(0) + 0xfee0) : plain
    })
}
