import type { DocumentBlock, ShownEdit } from '@shutten/core'
import type { CSSProperties } from 'react'
import type { BlockGroup } from '@/documents/layout-document'
import { readColumns } from '@/documents/read-columns'
import { type Cited, MarkedText } from './marked-text'
import { TableRow } from './table-row'

interface Options {
  text: string
  group: BlockGroup
  cited: Cited | null
  anchor: boolean
  edits?: readonly ShownEdit[] | undefined
}

/** One heading, paragraph, list, table, quotation or piece of code. */
export function DocumentBlockGroup({ text, group, cited, anchor, edits }: Options) {
  const [block] = group.blocks
  if (!block) return null
  const content = (of: DocumentBlock) => (
    <MarkedText text={text} start={of.start} end={of.end} cited={cited} anchor={anchor} edits={edits} />
  )
  switch (group.kind) {
    case 'heading': {
      // The page's own title is the h1.
      const Heading = `h${Math.min(6, Math.max(2, block.level ?? 2))}` as 'h2'
      return <Heading>{content(block)}</Heading>
    }
    case 'list-item':
      return (
        <ul>
          {group.blocks.map((item) => (
            <li key={item.start} style={{ '--depth': item.level ?? 1 } as CSSProperties}>
              {content(item)}
            </li>
          ))}
        </ul>
      )
    case 'table-row': {
      const columns = readColumns(group.blocks.map((row) => text.slice(row.start, row.end)))
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the page is scrolled with the keyboard
        <div className="table" tabIndex={0}>
          <table>
            {columns ? (
              <thead>
                <tr>
                  {columns.names.map((name) =>
                    name ? (
                      <th key={name} scope="col">
                        {name}
                      </th>
                    ) : (
                      <td key={name} />
                    ),
                  )}
                </tr>
              </thead>
            ) : null}
            <tbody>
              {group.blocks.map((row, i) => (
                <TableRow
                  key={row.start}
                  text={text}
                  row={row}
                  cells={columns?.rows[i]}
                  cited={cited}
                  anchor={anchor}
                  edits={edits}
                />
              ))}
            </tbody>
          </table>
        </div>
      )
    }
    case 'code':
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: long lines are scrolled with the keyboard
        <pre tabIndex={0}>
          <code>{content(block)}</code>
        </pre>
      )
    case 'quote':
      return (
        <blockquote>
          <p>{content(block)}</p>
        </blockquote>
      )
    default:
      return <p>{content(block)}</p>
  }
}
