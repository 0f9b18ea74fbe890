import { setTimeout as sleep } from 'node:timers/promises'
import type { PrismaClient } from '../prisma-client.js'

const waitMs = 20

/**
 * Moves the write-ahead log into the database and empties it, so that no deleted text stays in it. While another
 * process reads, SQLite cannot; then this is tried for a second, and left to the next one who writes.
 */
export async function truncateLog(options: { prisma: PrismaClient; attempts?: number }): Promise<void> {
  const { prisma, attempts = 50 } = options
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const [row] = await prisma.$queryRaw<{ busy: number }[]>`PRAGMA wal_checkpoint(TRUNCATE)`
    if (Number(row?.busy) === 0) return
    if (attempt + 1 < attempts) await sleep(waitMs)
  }
}
