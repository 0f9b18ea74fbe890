import { ConnectionAdapter } from './connection/connection-adapter.js'
import type { Connection } from './connection/open-connection.js'
import { type Prisma, PrismaClient } from './generated/prisma/client.js'

export type { PrismaClient } from './generated/prisma/client.js'
/** The client outside of a transaction or inside one. */
export type Records = Prisma.TransactionClient

/** Statements that wait for a long transaction of this process must not run into Prisma's own, short limits. */
const transactionLimitMs = 600_000

export function createPrismaClient(options: { connection: Connection; busyTimeoutMs: number }): PrismaClient {
  return new PrismaClient({
    adapter: new ConnectionAdapter(options),
    errorFormat: 'minimal',
    transactionOptions: { maxWait: transactionLimitMs, timeout: transactionLimitMs },
  })
}
