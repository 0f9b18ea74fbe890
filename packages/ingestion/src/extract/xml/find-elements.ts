import { XmlElement, type XmlNode } from '@rgrove/parse-xml'

/** The name without its prefix: `a:p` → `p`. */
export function getLocalName(element: XmlElement): string {
  return element.name.slice(element.name.indexOf(':') + 1)
}

export function getChildElements(element: XmlElement, name?: string): XmlElement[] {
  return element.children.filter(
    (child: XmlNode): child is XmlElement =>
      child instanceof XmlElement && (name === undefined || getLocalName(child) === name),
  )
}

/** The first element down a path of local names: `findChild(shape, 'nvSpPr', 'nvPr', 'ph')`. */
export function findChild(element: XmlElement, ...path: string[]): XmlElement | null {
  let at: XmlElement | undefined = element
  for (const name of path) {
    at = at && getChildElements(at, name)[0]
    if (!at) return null
  }
  return at ?? null
}

/** All descendants of a local name, in document order; not those inside one that matched. */
export function findElements(element: XmlElement, name: string): XmlElement[] {
  return getChildElements(element).flatMap((child) =>
    getLocalName(child) === name ? [child] : findElements(child, name),
  )
}

/** An attribute by its local name. */
export function getAttribute(element: XmlElement | null, name: string): string | null {
  if (!element) return null
  const key = Object.keys(element.attributes).find((key) => key === name || key.endsWith(`:${name}`))
  return key === undefined ? null : (element.attributes[key] ?? null)
}
