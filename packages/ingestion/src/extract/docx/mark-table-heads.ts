/** What we use of the document model of the converter beneath. */
interface WordNode {
  type: string
  value?: string
  isHeader?: boolean
  isBold?: boolean
  children?: WordNode[]
}

/**
 * Says which rows are heads of their tables: hardly any author marks them as such in Word. The first row is one when it has
 * no number and every cell of it is filled, and either is alone in bold, or stands above a column of numbers, or has an odd
 * number of cells (in tables of two or four a label often stands beside its value).
 */
export function markTableHeads(document: WordNode): WordNode {
  for (const node of document.children ?? []) {
    if (node.type === 'table') markTable(node)
    markTableHeads(node)
  }
  return document
}

function markTable(table: WordNode): void {
  const rows = (table.children ?? []).filter(({ type }) => type === 'tableRow')
  const [first, second] = rows
  if (!first || !second || rows.some(({ isHeader }) => isHeader)) return
  const heads = (first.children ?? []).map(getText)
  if (heads.length < 2 || heads.some((text) => text === '' || /\p{N}/u.test(text))) return
  const body = rows.slice(1).map((row) => (row.children ?? []).map(getText))
  const isAboveNumbers = heads.some(
    (_, at) => at > 0 && body.every((cells) => /\p{N}/u.test(cells[at] ?? '') || (cells[at] ?? '') === ''),
  )
  const hasNumbers = body.some((cells) => cells.some((cell) => /\p{N}/u.test(cell)))
  const isAloneInBold = isBold(first) && !isBold(second)
  if (isAloneInBold || (isAboveNumbers && hasNumbers && body.length > 1) || (heads.length % 2 === 1 && body.length > 1))
    first.isHeader = true
}

function getText(node: WordNode): string {
  return (node.value ?? '') + (node.children ?? []).map(getText).join('').trim()
}

function isBold(node: WordNode): boolean {
  const runs: WordNode[] = []
  const visit = (one: WordNode) => {
    if (one.type === 'run') runs.push(one)
    else for (const child of one.children ?? []) visit(child)
  }
  visit(node)
  return runs.length > 0 && runs.every((run) => run.isBold || getText(run) === '')
}
