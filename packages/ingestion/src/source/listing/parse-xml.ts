import { setImmediate } from 'node:timers/promises'
import { ShuttenError } from '@shutten/core'
import { Parser } from 'htmlparser2'

export interface XmlElement {
  /** Without its prefix. */
  name: string
  /** Of the element's name, or what its prefix usually means where that is not declared; '' for none. */
  namespace: string
  /** Names as they are written. */
  attributes: Record<string, string>
  children: XmlElement[]
  /** Of the element itself, without that of its children. */
  text: string
  /** What stands between the tags, as it is written. */
  readInner(): string
}

export interface XmlDocument {
  root: XmlElement
  /** False where an element was not closed or closed out of turn: something may be missing. */
  isWhole: boolean
}

const maxElements = 500_000
const maxDepth = 100
/** Characters between two breaths of the event loop. */
const stride = 1024 * 1024

const usualNamespaces: Record<string, string> = {
  atom: 'http://www.w3.org/2005/Atom',
  content: 'http://purl.org/rss/1.0/modules/content/',
  dc: 'http://purl.org/dc/elements/1.1/',
  dcterms: 'http://purl.org/dc/terms/',
}

/**
 * Reads XML as leniently as feeds of the wild need it. No document type is followed: its entities stay unresolved, so
 * that nothing is expanded or fetched. `names` limits the tree to elements of these names; what stands inside others is passed over.
 *
 * Errors: SOURCE_LISTING_INVALID when there is no element, SOURCE_LISTING_TOO_LONG for more elements, or deeper ones,
 * than a listing needs. Rejects with the signal's reason.
 */
export async function parseXml(options: {
  text: string
  uri: string
  names?: ReadonlySet<string>
  signal?: AbortSignal
}): Promise<XmlDocument> {
  const { text, uri, names, signal } = options
  const open: { element: XmlElement; namespaces: Record<string, string>; start: number }[] = []
  let root: XmlElement | null = null
  let isWhole = true
  let elements = 0
  let passedOver = 0

  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        const [prefix, name] = splitName(tag)
        if (passedOver > 0 || (names && !names.has(name))) {
          passedOver += 1
          return
        }
        elements += 1
        if (elements > maxElements || open.length >= maxDepth) throw createTooLongError(uri)
        const parent = open.at(-1)
        const namespaces = readNamespaces(parent?.namespaces ?? {}, attributes)
        const element: XmlElement = {
          name,
          namespace: namespaces[prefix] ?? usualNamespaces[prefix] ?? '',
          attributes,
          children: [],
          text: '',
          readInner: () => '',
        }
        if (parent) parent.element.children.push(element)
        else root ??= element
        open.push({ element, namespaces, start: parser.endIndex + 1 })
      },
      ontext(data) {
        const current = open.at(-1)
        if (current && passedOver === 0) current.element.text += data
      },
      onclosetag(_tag, isImplied) {
        // A tag that closes itself is implied to be closed too, and whole.
        if (isImplied && !text.startsWith('/>', parser.endIndex - 1)) isWhole = false
        if (passedOver > 0) {
          passedOver -= 1
          return
        }
        const closed = open.pop()
        if (!closed) return
        const end = parser.startIndex
        closed.element.readInner = () => text.slice(closed.start, end)
      },
    },
    { xmlMode: true },
  )
  for (let at = 0; at < text.length; at += stride) {
    signal?.throwIfAborted()
    parser.write(text.slice(at, at + stride))
    await setImmediate()
  }
  parser.end()
  if (!root)
    throw new ShuttenError({
      code: 'SOURCE_LISTING_INVALID',
      message: `${uri} is no XML.`,
      suggestion: 'Give the address of a sitemap or of an RSS or Atom feed; add a web page as a page.',
    })
  return { root, isWhole }
}

function splitName(tag: string): [prefix: string, name: string] {
  const colon = tag.indexOf(':')
  return colon === -1 ? ['', tag] : [tag.slice(0, colon), tag.slice(colon + 1)]
}

function readNamespaces(outer: Record<string, string>, attributes: Record<string, string>): Record<string, string> {
  const declared = Object.entries(attributes).filter(([name]) => name === 'xmlns' || name.startsWith('xmlns:'))
  if (declared.length === 0) return outer
  return { ...outer, ...Object.fromEntries(declared.map(([name, value]) => [name.slice(6), value.trim()])) }
}

function createTooLongError(uri: string): ShuttenError {
  return new ShuttenError({
    code: 'SOURCE_LISTING_TOO_LONG',
    message: `${uri} holds more than ${maxElements.toLocaleString('en')} elements, or nests them too deep.`,
    suggestion: 'Split it into several, and add each as a source.',
  })
}
