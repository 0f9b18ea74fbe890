import path from 'node:path'
import { ShuttenError } from '@shutten/core'

const idPattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/
const buildingPrefix = '.building-'

export const manifestName = 'manifest.json'
export const passagesName = 'passages.db'

/** True for the names of folders that are a store's own: generations, and builds that are under way or were cut off. */
export function isOwnName(name: string): boolean {
  return idPattern.test(name.startsWith(buildingPrefix) ? name.slice(buildingPrefix.length) : name)
}

/** Where a generation lives, and where it is built. Errors: INPUT_INVALID for an id that is no plain name. */
export function getPaths({ folder, id }: { folder: string; id: string }): { target: string; building: string } {
  if (!idPattern.test(id))
    throw new ShuttenError({
      code: 'INPUT_INVALID',
      message: `${JSON.stringify(id)} is not the id of a generation.`,
      suggestion: 'Use up to 100 letters, digits, dots, hyphens and underscores, a letter or digit first.',
    })
  return { target: path.join(folder, id), building: path.join(folder, `${buildingPrefix}${id}`) }
}
