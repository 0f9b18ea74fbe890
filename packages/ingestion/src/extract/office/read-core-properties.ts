import type { OpenZip } from '../../archive/open-zip.js'
import { cleanText } from '../../decode/clean-text.js'
import { findElements } from '../xml/find-elements.js'
import { parseXml } from '../xml/parse-xml.js'

// What programs write when nobody gave a title: their own name, the file's name, a template's.
const placeholder =
  /^(?:Microsoft (?:Word|PowerPoint|Excel) - |PowerPoint (?:プレゼンテーション|Presentation)$|Word 文書$|無題|タイトルなし|Untitled|Presentation\d*$|スライド ?\d*$)|\.(?:docx?|pptx?|xlsx?|pdf|html?|txt|md|tex|dvi|indd|ai)$/i

/** The title and key words that an Office document says of itself (docProps/core.xml); a damaged part says nothing. */
export async function readCoreProperties(options: { zip: OpenZip; uri: string }): Promise<{
  title: string | null
  tags: string[]
}> {
  const entry = options.zip.entries.get('docProps/core.xml')
  if (!entry) return { title: null, tags: [] }
  try {
    const root = parseXml({ bytes: await entry.read(), uri: options.uri, part: entry.path })
    const get = (name: string) => cleanText(findElements(root, name)[0]?.text ?? '').trim()
    return { title: cleanDocumentTitle(get('title')), tags: get('keywords').split(/[,、，;；]/) }
  } catch {
    return { title: null, tags: [] }
  }
}

/** A title as a document's properties have it; null for one that no person wrote. */
export function cleanDocumentTitle(title: string): string | null {
  const cleaned = cleanText(title).replace(/\s+/gu, ' ').trim()
  return cleaned === '' || placeholder.test(cleaned) ? null : cleaned
}
