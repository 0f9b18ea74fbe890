import type { XmlElement } from '@rgrove/parse-xml'
import type { Language } from '@shutten/core'
import { ShuttenError } from '@shutten/core'
import type { OpenZip } from '../../archive/open-zip.js'
import { cleanText } from '../../decode/clean-text.js'
import { parsePublishedDate } from '../parse-published-date.js'
import { findElements, getAttribute, getChildElements } from '../xml/find-elements.js'
import { parseXml } from '../xml/parse-xml.js'
import { resolvePart } from '../xml/resolve-part.js'

export interface EpubPackage {
  title: string | null
  language: Language | null
  subjects: string[]
  publishedAt: string | null
  /** Paths of the content documents in reading order, without the table of contents. */
  spine: string[]
  /** Titles that the table of contents gives, by path. */
  tocTitles: ReadonlyMap<string, string>
}

/** What an EPUB's package document says of the book (EPUB 2 and 3). Errors: SOURCE_UNREADABLE, SOURCE_ENCRYPTED. */
export async function readPackage(options: { zip: OpenZip; uri: string }): Promise<EpubPackage> {
  const { zip, uri } = options
  const read = async (path: string): Promise<XmlElement> => {
    const entry = zip.entries.get(path)
    if (!entry) throw createMissingError(uri, path)
    return parseXml({ bytes: await entry.read(), uri, part: path })
  }
  const container = await read('META-INF/container.xml')
  const rootPath = getAttribute(findElements(container, 'rootfile')[0] ?? null, 'full-path')
  if (!rootPath) throw createMissingError(uri, 'the package document')
  const opf = await read(rootPath)

  const metadata = findElements(opf, 'metadata')[0]
  const getAll = (name: string) =>
    (metadata ? findElements(metadata, name) : []).map(({ text }) => cleanText(text).replace(/\s+/gu, ' ').trim())
  const manifest = new Map(
    findElements(opf, 'item').map((item) => [
      getAttribute(item, 'id') ?? '',
      {
        path: resolvePart(rootPath, getAttribute(item, 'href') ?? ''),
        type: getAttribute(item, 'media-type') ?? '',
        isNavigation: (getAttribute(item, 'properties') ?? '').split(/\s+/).includes('nav'),
      },
    ]),
  )
  const spine = findElements(opf, 'itemref')
    .map((reference) => manifest.get(getAttribute(reference, 'idref') ?? ''))
    .filter((item) => item !== undefined && !item.isNavigation && /html/.test(item.type))
    .map((item) => item?.path as string)
  await refuseEncrypted({ zip, uri, spine, read })
  const toc = [...manifest.values()].find(
    ({ isNavigation, type }) => isNavigation || type === 'application/x-dtbncx+xml',
  )
  const language = (getAll('language')[0] ?? '').toLowerCase()
  return {
    title: getAll('title')[0] || null,
    language: /^ja\b/.test(language) ? 'ja' : /^en\b/.test(language) ? 'en' : null,
    subjects: getAll('subject'),
    publishedAt: parsePublishedDate(getAll('date')[0] ?? ''),
    spine,
    tocTitles: toc ? await readToc({ path: toc.path, read }) : new Map(),
  }
}

/** Fonts may be obfuscated (that is no protection); a book whose pages are encrypted cannot be read. */
async function refuseEncrypted(options: {
  zip: OpenZip
  uri: string
  spine: readonly string[]
  read: (path: string) => Promise<XmlElement>
}): Promise<void> {
  if (!options.zip.entries.has('META-INF/encryption.xml')) return
  const encryption = await options.read('META-INF/encryption.xml')
  const encrypted = findElements(encryption, 'CipherReference').map((element) =>
    resolvePart('', getAttribute(element, 'URI') ?? ''),
  )
  if (!options.spine.some((path) => encrypted.includes(path))) return
  throw new ShuttenError({
    code: 'SOURCE_ENCRYPTED',
    message: `${options.uri} is a book with copy protection (DRM).`,
    suggestion: 'Use an edition without copy protection.',
  })
}

/** The first title that a table of contents (EPUB 3 `nav`, EPUB 2 NCX) gives to each document; a damaged one gives none. */
async function readToc(options: {
  path: string
  read: (path: string) => Promise<XmlElement>
}): Promise<ReadonlyMap<string, string>> {
  const titles = new Map<string, string>()
  const add = (href: string | null, title: string) => {
    const path = href && resolvePart(options.path, href)
    if (path && title && !titles.has(path)) titles.set(path, cleanText(title).replace(/\s+/gu, ' ').trim())
  }
  try {
    const root = await options.read(options.path)
    for (const link of findElements(root, 'a')) add(getAttribute(link, 'href'), link.text)
    const visit = (point: XmlElement) => {
      const label = findElements(point, 'navLabel')[0]
      add(getAttribute(getChildElements(point, 'content')[0] ?? null, 'src'), label?.text ?? '')
      for (const child of getChildElements(point, 'navPoint')) visit(child)
    }
    for (const point of findElements(root, 'navPoint')) visit(point)
  } catch {
    return new Map()
  }
  return titles
}

function createMissingError(uri: string, part: string): ShuttenError {
  return new ShuttenError({
    code: 'SOURCE_UNREADABLE',
    message: `${uri} is no whole EPUB: ${part} is missing.`,
    suggestion: 'Get the book again.',
  })
}
