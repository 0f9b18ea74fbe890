const radicals = /[\u2e80-\u2fdf]/gu
const verticalForms = /[\ufe10-\ufe19\ufe30-\ufe4f]/gu

/**
 * Fonts of PDF files name some of their glyphs by characters that nobody typed: the radicals 「⽇」 for 日, and 「︵」, the form
 * that a bracket takes in vertical writing. These become the characters that are meant, and that are searched for.
 */
export function restoreCharacters(text: string): string {
  return text
    .replace(radicals, (one) => one.normalize('NFKC'))
    .replace(verticalForms, (form) => {
      if (form === '\ufe19') return '…'
      if (form === '\ufe30') return '‥'
      const plain = form.normalize('NFKC')
      // In Japanese text brackets and signs are full-width.
      return /^[!-~]$/.test(plain) ? String.fromCharCode(plain.charCodeAt(0) + 0xfee0) : plain
    })
}
