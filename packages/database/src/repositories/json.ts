import type { Prisma } from '../generated/prisma/client.js'

/** A value of our own types as what Prisma's JSON columns take: interfaces lack the index signature that it asks for. */
export function toJson(value: object): Prisma.InputJsonObject {
  return value as Prisma.InputJsonObject
}
