import type { ShownEdit, StoredDocument } from '@shutten/core'
import { layoutDocument } from '@/documents/layout-document'
import { DocumentSection } from './document-section'
import type { Cited } from './marked-text'

type Shown = Pick<StoredDocument, 'text' | 'blocks' | 'language' | 'mediaType'> & {
  edits?: readonly ShownEdit[] | undefined
}

/** A stored document's text, set by its blocks, the cited range marked. Renders on the server and in the browser. */
export function DocumentText(options: {
  document: Shown
  cited: Cited | null
  /** Whether the mark carries the id `cite`, for links to it. */
  anchor?: boolean
  /** Offset of the first character that is shown. */
  from?: number
}) {
  const { document, cited, anchor = false, from = 0 } = options
  return (
    <div
      className="document"
      lang={document.language}
      data-plain={document.mediaType === 'text/plain' ? '' : undefined}
    >
      {layoutDocument({ text: document.text, blocks: document.blocks, from }).map((groups) => {
        const start = groups[0]?.blocks[0]?.start ?? 0
        const end = groups.at(-1)?.blocks.at(-1)?.end ?? start
        const touched = cited !== null && cited.quote.start < end && cited.quote.end > start
        return (
          <DocumentSection
            key={start}
            text={document.text}
            groups={groups}
            cited={touched ? cited : null}
            anchor={anchor}
            edits={document.edits?.filter((edit) => edit.start < end && edit.end > start)}
            language={document.language}
          />
        )
      })}
    </div>
  )
}
