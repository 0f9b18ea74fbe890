import { foldText } from '@shutten/text'
import { type Cell, readRecord } from './read-record.js'

const leastValue = 2
const compound = '[\\p{Script=Han}\\p{Script=Katakana}ー々]'

/**
 * Whether a sentence is a row of a table that is about another thing than the question asks for: a value of another row
 * stands in the question and none of its own does (asked for 玉藻灯台, it is that of 白浜灯台); or the question names
 * one of the kind that the rows are about, which none of them is (紅葉灯台).
 */
export function isOtherRecord(options: {
  question: string
  text: string
  /** The passage, with the other rows. */
  passage: string
  /** Title and headings. */
  above: string
}): boolean {
  const record = readRecord(options.text.trim())
  if (!record) return false
  const question = foldText(options.question)
  const others = options.passage
    .split('\n')
    .flatMap((line) => (line.trim() === options.text.trim() ? [] : (readRecord(line) ?? [])))
  const isAsked = (cell: Cell) => {
    const value = foldText(cell.value)
    return value.length >= leastValue && question.includes(value)
  }
  if (record.some(isAsked)) return false
  const columns = new Set(record.map(({ name }) => foldText(name)))
  if (others.some((cell) => isAsked(cell) && !columns.has(foldText(cell.value)))) return true
  return namesAnotherOfTheKind({ ...options, record, others })
}

function namesAnotherOfTheKind(options: {
  question: string
  passage: string
  above: string
  record: readonly Cell[]
  others: readonly Cell[]
}): boolean {
  const { record, others } = options
  const [key] = record
  if (!key) return false
  const keys = [key, ...others].filter(({ name }) => name === key.name).map(({ value }) => value)
  const held = foldText(`${options.above}\n${options.passage}`)
  return [key.name, findCommonEnd(keys)].some((kind) => {
    if (!new RegExp(`^${compound}{2,}$`, 'u').test(kind)) return false
    return [...options.question.matchAll(new RegExp(`(${compound}+?)${kind}(?!${compound})`, 'gu'))].some(
      ([, own = '']) => !held.includes(foldText(own)),
    )
  })
}

/** What all of them end with; empty for one alone. */
function findCommonEnd(values: readonly string[]): string {
  const [first = '', ...rest] = values.map((value) => [...value].reverse())
  if (rest.length === 0) return ''
  let length = 0
  while (length < first.length && rest.every((value) => value[length] === first[length])) length++
  return [...first.slice(0, length)].reverse().join('')
}
