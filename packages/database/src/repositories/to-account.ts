import type { Account, Role } from '@shutten/core'
import type { Account as Row } from '../generated/prisma/client.js'

export function toAccount({ id, name, role, passwordHash, disabledAt }: Row): Account {
  return { id, name, role: role as Role, passwordHash, disabledAt: disabledAt?.toISOString() ?? null }
}
