import type { BlockGroup } from '@/documents/layout-document'
import { DocumentBlockGroup } from './document-block-group'
import type { Cited } from './marked-text'

export function DocumentSection(options: { text: string; groups: BlockGroup[]; cited: Cited | null; anchor: boolean }) {
  return (
    <section>
      {options.groups.map((group) => (
        <DocumentBlockGroup
          key={group.blocks[0]?.start}
          text={options.text}
          group={group}
          cited={options.cited}
          anchor={options.anchor}
        />
      ))}
    </section>
  )
}
