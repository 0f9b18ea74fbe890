import type { DocumentBlock, ShownEdit } from '@shutten/core'
import type { Range } from '@/documents/mark-segments'
import { splitCells } from '@/documents/split-cells'
import { type Cited, MarkedText } from './marked-text'

/**
 * The row's cells; what stands between them stays out of sight, the offsets stay the document's.
 *
 * @param options.cells as ranges of the row's text; null where the row has none in a column
 */
export function TableRow(options: {
  text: string
  row: DocumentBlock
  cells: readonly (Range | null)[] | undefined
  cited: Cited | null
  anchor: boolean
  edits?: readonly ShownEdit[] | undefined
}) {
  const { text, row, cited, anchor, edits } = options
  const cells = options.cells ?? splitCells(text.slice(row.start, row.end))
  const ends = cells.map((_, i) => row.start + (cells.slice(0, i).findLast((cell) => cell !== null)?.end ?? 0))
  return (
    <tr>
      {cells.map((cell, i) =>
        cell ? (
          <td key={cell.start}>
            <MarkedText
              text={text}
              start={row.start + cell.start}
              end={row.start + cell.end}
              cited={cited}
              anchor={anchor}
              edits={edits}
              // A quote may begin with what stands before the first cell of it that is seen.
              anchorFrom={ends[i] ?? row.start}
            />
          </td>
        ) : (
          <td key={`empty-${i}`} />
        ),
      )}
    </tr>
  )
}
