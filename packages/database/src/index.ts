export { createDatabase, type Database } from './create-database.js'
export type { PrunableEmbeddingCache } from './repositories/embedding-cache.js'
export { type SalvageReport, salvageRecords } from './salvage/salvage-records.js'
