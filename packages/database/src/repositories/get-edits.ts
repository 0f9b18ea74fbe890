import type { AppliedEdit } from '@shutten/core'
import type { PrismaClient } from '../prisma-client.js'

/** What editors wrote in versions, by their ids, in the order of the text; none for a version that says what its source says. */
export async function getEdits(options: {
  prisma: PrismaClient
  versionIds: readonly string[]
}): Promise<Map<string, AppliedEdit[]>> {
  const rows = await options.prisma.versionEdit.findMany({
    where: { versionId: { in: [...options.versionIds] } },
    orderBy: [{ versionId: 'asc' }, { start: 'asc' }],
  })
  const edits = new Map<string, AppliedEdit[]>()
  for (const { versionId, editId, at, ...rest } of rows) {
    const edit = { ...rest, id: editId, at: at.toISOString() }
    const known = edits.get(versionId)
    if (known) known.push(edit)
    else edits.set(versionId, [edit])
  }
  return edits
}
