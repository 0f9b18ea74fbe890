import type { AuditActorKind, AuditEntry, AuditRepository } from '@shutten/core'
import { Prisma } from '../generated/prisma/client.js'
import type { PrismaClient } from '../prisma-client.js'
import type { Clock } from './clock.js'

export function createAuditRepository(options: { prisma: PrismaClient; clock: Clock }): AuditRepository {
  const { prisma, clock } = options
  return {
    async record({ actor, action, target, details, address }) {
      await prisma.auditEntry.create({
        data: {
          at: clock(),
          actorKind: actor.kind,
          actorId: actor.id,
          actorName: actor.name,
          action,
          target,
          details: details ?? Prisma.DbNull,
          address,
        },
      })
    },
    async list({ actor, action, target, from, until, offset = 0, limit = 50 }) {
      const where: Prisma.AuditEntryWhereInput = {
        ...(actor && { actorName: actor }),
        ...(action && { action }),
        ...(target && { target: { contains: target } }),
        ...((from || until) && { at: { ...(from && { gte: from }), ...(until && { lt: until }) } }),
      }
      const [total, rows] = await prisma.$transaction([
        prisma.auditEntry.count({ where }),
        prisma.auditEntry.findMany({ where, orderBy: { sequence: 'desc' }, skip: offset, take: limit }),
      ])
      const entries = rows.map(
        ({ sequence, at, actorKind, actorId, actorName, action, target, details, address }): AuditEntry => ({
          sequence,
          at: at.toISOString(),
          actor: { kind: actorKind as AuditActorKind, id: actorId, name: actorName },
          action,
          target,
          details: details as AuditEntry['details'],
          address,
        }),
      )
      return { total, entries }
    },
    async prune(before) {
      const { count } = await prisma.auditEntry.deleteMany({ where: { at: { lt: before } } })
      return count
    },
  }
}
