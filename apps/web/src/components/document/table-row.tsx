import type { DocumentBlock } from '@shutten/core'
import { splitCells } from '@/documents/split-cells'
import { type Cited, MarkedText } from './marked-text'

/** The row's cells; the separators between them stay out of sight, the offsets stay the document's. */
export function TableRow(options: { text: string; row: DocumentBlock; cited: Cited | null; anchor: boolean }) {
  const { text, row, cited, anchor } = options
  return (
    <tr>
      {splitCells(text.slice(row.start, row.end)).map((cell) => (
        <td key={cell.start}>
          <MarkedText
            text={text}
            start={row.start + cell.start}
            end={row.start + cell.end}
            cited={cited}
            anchor={anchor}
          />
        </td>
      ))}
    </tr>
  )
}
