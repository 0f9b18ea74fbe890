import type { Access } from './access'
import { accessTable } from './access-table'

/** Who may open the page of a path, by the table of access; throws for a page that is not in it. */
export function findPageAccess(path: string): Access {
  const pathname = path.replace(/[?#].*$/s, '')
  const exact = `page ${pathname}`
  const found = Object.entries(accessTable).find(([name]) => name === exact || toPattern(name).test(exact))
  if (!found) throw new Error(`The page ${pathname} is not in the table of access.`)
  return found[1]
}

const toPattern = (name: string) => new RegExp(`^${name.replace(/:\w+/g, '[^/]+')}$`)
