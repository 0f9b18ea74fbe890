import type { EmbeddingCache } from '@shutten/core'
import { withRelaxedDurability } from '../connection/relaxed-durability.js'
import type { PrismaClient } from '../prisma-client.js'
import { inBatches } from './in-batches.js'

/** Rows a statement; small enough that no lock is held for long. */
const batchSize = 200

export type PrunableEmbeddingCache = Required<EmbeddingCache>

/** Vectors as little-endian float32, the same on every machine. */
export function createEmbeddingCache(options: {
  prisma: PrismaClient
  truncateLog: () => Promise<void>
}): PrunableEmbeddingCache {
  const { prisma, truncateLog } = options
  return {
    async findMany({ modelId, contentHashes }) {
      const found = new Map<string, Float32Array>()
      for (const batch of inBatches([...new Set(contentHashes)], batchSize)) {
        const rows = await prisma.embeddingVector.findMany({ where: { modelId, contentHash: { in: batch } } })
        for (const row of rows) found.set(row.contentHash, toVector(row.vector))
      }
      return found
    },
    async saveMany({ modelId, entries }) {
      for (const batch of inBatches([...entries], batchSize))
        await withRelaxedDurability(() =>
          prisma.$transaction([
            prisma.embeddingVector.deleteMany({
              where: { modelId, contentHash: { in: batch.map(([contentHash]) => contentHash) } },
            }),
            prisma.embeddingVector.createMany({
              data: batch.map(([contentHash, vector]) => ({ modelId, contentHash, vector: toBytes(vector) })),
            }),
          ]),
        )
    },
    async prune({ keep }) {
      const hashes = JSON.stringify([...keep])
      let removed = 0
      for (;;) {
        const count = await prisma.$executeRaw`
          DELETE FROM "EmbeddingVector" WHERE rowid IN (
            SELECT rowid FROM "EmbeddingVector"
            WHERE "contentHash" NOT IN (SELECT value FROM json_each(${hashes})) LIMIT 1000)`
        removed += count
        if (count < 1000) break
      }
      if (removed > 0) await truncateLog()
      return removed
    },
    async countOthers({ keep }) {
      const hashes = JSON.stringify([...keep])
      const [row] = await prisma.$queryRaw<{ count: number | bigint }[]>`
        SELECT count(*) AS "count" FROM "EmbeddingVector"
        WHERE "contentHash" NOT IN (SELECT value FROM json_each(${hashes}))`
      return Number(row?.count ?? 0)
    },
  }
}

function toBytes(vector: Float32Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(vector.length * 4)
  const view = new DataView(bytes.buffer)
  vector.forEach((value, index) => {
    view.setFloat32(index * 4, value, true)
  })
  return bytes
}

function toVector(bytes: Uint8Array): Float32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return Float32Array.from({ length: bytes.byteLength / 4 }, (_, index) => view.getFloat32(index * 4, true))
}
