import type { ShownEdit } from '@shutten/core'
import type { BlockGroup } from '@/documents/layout-document'
import { DocumentBlockGroup } from './document-block-group'
import { EditedNote } from './edited-note'
import type { Cited } from './marked-text'

/** A run of blocks; behind what an editor wrote stands what the source says. */
export function DocumentSection(options: {
  text: string
  groups: BlockGroup[]
  cited: Cited | null
  anchor: boolean
  edits?: readonly ShownEdit[] | undefined
  language: string
}) {
  const { text, groups, cited, anchor, edits = [], language } = options
  return (
    <section>
      {groups.map((group) => {
        const start = group.blocks[0]?.start ?? 0
        const end = group.blocks.at(-1)?.end ?? start
        const touched = edits.filter((edit) => edit.start < end && edit.end > start)
        const content = (
          <DocumentBlockGroup key={start} text={text} group={group} cited={cited} anchor={anchor} edits={touched} />
        )
        const ending = touched.filter((edit) => edit.end <= end)
        if (ending.length === 0) return content
        return (
          <div key={start}>
            {content}
            {ending.map((edit) => (
              <EditedNote key={edit.start} edit={edit} language={language} />
            ))}
          </div>
        )
      })}
    </section>
  )
}
