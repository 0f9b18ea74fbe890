import { readFileSync } from 'node:fs'
import path from 'node:path'

/** The version of Shutten, as the package of its root tells it. */
export function readVersion({ root }: { root: string }): string {
  return (JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string }).version
}
