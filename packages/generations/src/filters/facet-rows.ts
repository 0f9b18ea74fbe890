import type { Facets } from './facets.js'

/** Rows of the table `facets`: numbers as they lie in memory, as hnswlib's file has them too; the rest as JSON. */
export function toFacetRows({ entryOf, languageOf, ...described }: Facets): { name: string; content: Buffer }[] {
  return [
    { name: 'entries', content: Buffer.from(entryOf.buffer, entryOf.byteOffset, entryOf.byteLength) },
    { name: 'languages', content: Buffer.from(languageOf) },
    { name: 'described', content: Buffer.from(JSON.stringify(described)) },
  ]
}

/** The facets of `size` passages. Throws when the rows are not those of that many. */
export function fromFacetRows({ find, size }: { find: (name: string) => Buffer; size: number }): Facets {
  const entries = find('entries')
  const entryOf = new Uint32Array(size)
  entries.copy(new Uint8Array(entryOf.buffer))
  const languageOf = new Uint8Array(find('languages'))
  const described = JSON.parse(find('described').toString()) as Omit<Facets, 'entryOf' | 'languageOf'>
  const { uris, dates, tagsOf } = described
  const isWhole =
    entries.length === size * 4 &&
    languageOf.length === size &&
    dates.length === uris.length &&
    tagsOf.length === uris.length &&
    entryOf.every((entry) => entry < uris.length)
  if (!isWhole) throw new Error(`The facets are not those of ${size} passages.`)
  return { entryOf, languageOf, ...described }
}
