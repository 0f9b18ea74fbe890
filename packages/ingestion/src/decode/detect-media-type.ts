import { createUnpackBudget, type UnpackBudget } from '../archive/create-unpack-budget.js'
import { type OpenZip, openZip } from '../archive/open-zip.js'
import { binaryMediaTypes } from './binary-media-types.js'

// Readers look for the header in the first 1,024 bytes and for the end in the last (ISO 32000-1, annex H.3.4).
const pdfMarginBytes = 1_024

/**
 * The media type of a binary document by its content, whatever its name says: one of `binaryMediaTypes`, or that of a ZIP
 * of another kind (OpenDocument, Java, iWork). Null for what may be text and for other binaries. A ZIP that is damaged,
 * or refused for its paths, is `application/zip`.
 */
export async function detectMediaType(options: {
  bytes: Uint8Array
  uri: string
  budget?: UnpackBudget
}): Promise<string | null> {
  const { bytes, uri } = options
  const latin1 = (from: number, to?: number) => Buffer.from(bytes.subarray(from, to)).toString('latin1')
  const head = latin1(0, pdfMarginBytes)
  if (head.startsWith('%PDF-')) return binaryMediaTypes.pdf
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) {
    const budget = options.budget ?? createUnpackBudget({ uri, packedBytes: bytes.length })
    const zip = await openZip({ bytes, uri, budget }).catch(() => null)
    return zip ? detectByEntries(zip) : binaryMediaTypes.zip
  }
  // Behind a few foreign bytes, such as a mail's head; an article about PDF files has no such end.
  return /[\r\n]%PDF-\d\.\d/.test(head) && latin1(-pdfMarginBytes).includes('startxref') ? binaryMediaTypes.pdf : null
}

async function detectByEntries({ entries }: OpenZip): Promise<string> {
  const named = entries.get('mimetype')
  if (named && named.size < 200 && !named.isEncrypted) {
    const type = await named.read().then(
      (bytes) => new TextDecoder().decode(bytes).trim(),
      () => '',
    )
    if (/^application\/[\w.+-]+$/.test(type)) return type
  }
  if (entries.has('[Content_Types].xml')) {
    const folders = new Set([...entries.keys()].map((path) => path.split('/', 1)[0]))
    if (folders.has('word')) return binaryMediaTypes.docx
    if (folders.has('ppt')) return binaryMediaTypes.pptx
    if (folders.has('xl')) return binaryMediaTypes.xlsx
  }
  if (entries.has('META-INF/container.xml')) return binaryMediaTypes.epub
  if (entries.has('META-INF/MANIFEST.MF')) return 'application/java-archive'
  if (entries.has('Index/Document.iwa')) return 'application/vnd.apple.iwork'
  return binaryMediaTypes.zip
}
