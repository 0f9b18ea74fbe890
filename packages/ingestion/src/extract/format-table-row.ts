import type { Language } from '@shutten/core'
import { nameValues } from './name-values.js'

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
  return nameValues(options).join(separator)
}
