import type { OpenZip } from '../../archive/open-zip.js'
import { getAttribute, getChildElements } from '../xml/find-elements.js'
import { parseXml } from '../xml/parse-xml.js'
import { resolvePart } from '../xml/resolve-part.js'

export interface Relation {
  id: string
  /** Last part of the relation's type: `slide`, `notesSlide`, `diagramData`. */
  type: string
  /** Path inside the archive. */
  path: string
}

/** What a part of an Office document refers to inside the document (ECMA-376 part 2, 9.3). Targets outside are left out. */
export async function readRelations(options: { zip: OpenZip; uri: string; part: string }): Promise<Relation[]> {
  const { zip, uri, part } = options
  const at = part.lastIndexOf('/') + 1
  const entry = zip.entries.get(`${part.slice(0, at)}_rels/${part.slice(at)}.rels`)
  if (!entry) return []
  return getChildElements(parseXml({ bytes: await entry.read(), uri, part: entry.path }), 'Relationship')
    .filter((relation) => getAttribute(relation, 'TargetMode') !== 'External')
    .map((relation) => ({
      id: getAttribute(relation, 'Id') ?? '',
      type: (getAttribute(relation, 'Type') ?? '').replace(/^.*\//, ''),
      path: resolvePart(part, getAttribute(relation, 'Target') ?? ''),
    }))
}
