import { createHash } from 'node:crypto'
import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { root } from './root.mjs'

const passedOver = new Set([
  'node_modules',
  'dist',
  '.next',
  '.turbo',
  'generated',
  'fonts',
  'next-env.d.ts',
  'test-results',
  'files',
  'articles',
  'e2e',
])

/**
 * Changes when a file that matters changes in name, size or time of change. Looking at times rather than at content
 * keeps the second start quick; turbo looks at the content before it builds anything.
 */
export function fingerprint(places) {
  const hash = createHash('sha256').update(process.versions.modules)
  const visit = (place) => {
    const stat = statSync(place, { throwIfNoEntry: false })
    if (!stat) return hash.update(`${place}:none\n`)
    if (!stat.isDirectory()) return hash.update(`${place}:${stat.size}:${stat.mtimeMs}\n`)
    for (const name of readdirSync(place).sort())
      if (!passedOver.has(name) && !name.endsWith('.test.ts')) visit(path.join(place, name))
  }
  for (const place of places) visit(path.resolve(root, place))
  return hash.digest('hex')
}
