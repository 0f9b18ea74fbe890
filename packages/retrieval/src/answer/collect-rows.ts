import { foldText } from '@shutten/text'
import { readRecord } from './read-record.js'

/** More of them than that are a list, which was not asked for. */
const most = 4

/**
 * The rows of a table among which the question leaves open which it means: asked about BERT, those of BERT-Base and
 * BERT-Large. Their sentences in the table's order; null where the chosen row is the only one, or asked for in full.
 */
export function collectRows<Row extends { start: number; text: string }>(options: {
  question: string
  /** What the question names. */
  names: readonly string[]
  /** Those of the chosen one's passage. */
  sentences: readonly Row[]
  chosen: Row
}): Row[] | null {
  const { question, names, sentences, chosen } = options
  const asked = foldText(question)
  const keyOf = ({ text }: Row) => readRecord(text)?.[0]
  const key = keyOf(chosen)
  if (!key || asked.includes(foldText(key.value))) return null
  const name = names.map(foldText).find((one) => one !== '' && foldText(key.value).includes(one))
  if (!name) return null
  const isKin = (row: Row) => {
    const own = keyOf(row)
    return own?.name === key.name && foldText(own.value).includes(name) && !asked.includes(foldText(own.value))
  }
  const rows = sentences.filter(isKin).sort((a, b) => a.start - b.start)
  return rows.length > 1 && rows.length <= most ? rows : null
}
