import type { Language } from '../language/language.js'
import type { DocumentPlace } from './document-place.js'

/** A place in words: 「12ページ」「スライド4」「シート「Q1」17行目」, “page 12”, “slide 4”, “sheet “Q1”, row 17”. */
export function describePlace(options: { place: DocumentPlace; language: Language }): string {
  const { place } = options
  const isJapanese = options.language === 'ja'
  if ('page' in place) return isJapanese ? `${place.page}ページ` : `page ${place.page}`
  if ('slide' in place) return isJapanese ? `スライド${place.slide}` : `slide ${place.slide}`
  const row = isJapanese ? `${place.row}行目` : `row ${place.row}`
  if (!('sheet' in place)) return row
  return isJapanese ? `シート「${place.sheet}」${row}` : `sheet “${place.sheet}”, ${row}`
}
