import type { Facets } from './facets.js'

/** Rows of the table `facets`: numbers little-endian, the rest as JSON. */
export function toFacetRows({ entryOf, languageOf, ...described }: Facets): { name: string; content: Buffer }[] {
  const entries = Buffer.alloc(entryOf.length * 4)
  entryOf.forEach((entry, ordinal) => {
    entries.writeUInt32LE(entry, ordinal * 4)
  })
  return [
    { name: 'entries', content: entries },
    { name: 'languages', content: Buffer.from(languageOf) },
    { name: 'described', content: Buffer.from(JSON.stringify(described)) },
  ]
}

/** The facets of `size` passages. Throws when the rows are not those of that many. */
export function fromFacetRows({ find, size }: { find: (name: string) => Buffer; size: number }): Facets {
  const entries = find('entries')
  const languageOf = new Uint8Array(find('languages'))
  const described = JSON.parse(find('described').toString()) as Omit<Facets, 'entryOf' | 'languageOf'>
  const entryOf = Uint32Array.from({ length: size }, (_, ordinal) => entries.readUInt32LE(ordinal * 4))
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
