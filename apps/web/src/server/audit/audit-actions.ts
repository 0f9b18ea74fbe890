import type { Access } from '../auth/access'
import { accessTable } from '../auth/access-table'

/** Every action that the audit log can hold, in order. */
export const auditActions: readonly string[] = [
  ...new Set([
    ...Object.values<Access>(accessTable).flatMap(({ audit }) => audit ?? []),
    'session.start',
    'session.refused',
  ]),
].sort()
