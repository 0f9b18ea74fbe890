import type { Language } from '@shutten/core'

/**
 * One row of a table as a line that stands for itself: 「モデル: BERT-Base、層数: 12」. Each value keeps its column's
 * name, so that the row can be found and understood without the table's head. Empty cells are left out.
 */
export function formatTableRow(options: {
  names: readonly string[]
  values: readonly string[]
  language: Language
}): string {
  const separator = options.language === 'ja' ? '、' : '; '
  return options.values
    .map((value, at) => {
      const name = options.names[at]?.trim() ?? ''
      const text = value.trim()
      return text && name && name !== text ? `${name}: ${text}` : text
    })
    .filter(Boolean)
    .join(separator)
}
