import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { type DeleteReport, findArchiveUri, type SourceDefinition, type SourceRepository } from '@shutten/core'

/** The sources that hold a document, with the pattern that would leave it out of each. */
export async function listHolders(options: {
  sources: Pick<SourceRepository, 'listHolders' | 'find'>
  documentId: string
}): Promise<NonNullable<DeleteReport['heldBy']>> {
  const { sources, documentId } = options
  const holders = await sources.listHolders({ documentId })
  return Promise.all(
    holders.map(async (holder) => {
      const source = await sources.find(holder.id)
      return { ...holder, pattern: source && toPattern(source, holder.uri) }
    }),
  )
}

/** A page by itself has no patterns, and what lies in an archive comes and goes with it. */
function toPattern({ kind, location }: SourceDefinition, uri: string): string | null {
  if (kind === 'url' || findArchiveUri(uri)) return null
  const relative = uri.startsWith('file:')
    ? path.relative(location, fileURLToPath(uri)).split(path.sep).join('/')
    : decodePath(new URL(uri).pathname.slice(1))
  // What stands for other characters in a glob stands for itself in a class of one.
  return relative === '' || relative.startsWith('../') ? null : relative.replace(/[*?[{]/g, '[$&]')
}

function decodePath(pathname: string): string {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return pathname
  }
}
