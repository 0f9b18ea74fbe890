export interface Stretch {
  start: number
  end: number
}

/** Items of one list at most. */
const maxItems = 12
/** A longer line is prose. */
const maxItemLength = 200

/** Whether a sentence announces the items that follow it: 「次の三つである。」, "the following:". */
function leadsIn(text: string): boolean {
  return (
    /(次の|以下の|下記の|次のとおり|以下のとおり)[^。]{0,24}[。:：]?$/.test(text) ||
    /\b(following|as follows|these)\b[^.]{0,60}[.:]$/i.test(text) ||
    /[:：]$/.test(text)
  )
}

const columnName = /^([^:：\n]{1,24})[:：]\s/

/** Lines that begin with the same column name: rows of one table, as they stand in the stored text. */
function isTable(text: string, lines: readonly Stretch[]): boolean {
  const names = new Set(lines.map(({ start, end }) => columnName.exec(text.slice(start, end))?.[1]))
  return names.size === 1 && !names.has(undefined)
}

/** Runs of two or more lines between blank lines: how lists and tables stand in the stored text. */
function findListBlocks(text: string): Stretch[][] {
  const blocks: Stretch[][] = []
  for (const block of text.matchAll(/[^\n]+(?:\n[^\n]+)+/g)) {
    const lines = [...block[0].matchAll(/[^\n]+/g)].map((line): Stretch => {
      const start = block.index + line.index
      return { start, end: start + line[0].trimEnd().length }
    })
    if (lines.every(({ start, end }) => end - start <= maxItemLength)) blocks.push(lines.slice(0, maxItems))
  }
  return blocks
}

/**
 * The list that a sentence announces or belongs to: the announcing sentence and the items' lines, in order; or the rows
 * of the table that it belongs to, which nothing announces.
 * Offsets are those of `text`. Null when the sentence has to do with no list.
 */
export function collectList(options: {
  text: string
  sentences: readonly Stretch[]
  /** One of `sentences`. */
  chosen: Stretch
}): { lead: Stretch | null; items: Stretch[] } | null {
  const { text, sentences, chosen } = options
  for (const items of findListBlocks(text)) {
    const first = items[0] as Stretch
    const last = items.at(-1) as Stretch
    const isInside = chosen.start >= first.start && chosen.end <= last.end
    const lead = sentences.filter(({ end }) => end <= first.start).at(-1)
    const isAnnounced =
      lead && leadsIn(text.slice(lead.start, lead.end)) && text.slice(lead.end, first.start).trim() === ''
    if (isAnnounced && (isInside || chosen.start === lead.start)) return { lead, items }
    if (isInside && isTable(text, items)) return { lead: null, items }
  }
  return null
}
