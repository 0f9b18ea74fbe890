import { defineConfig } from 'prisma/config'

/** For the Prisma command line only: the programs name their database file themselves. */
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? 'file:./prisma/development.db' },
})
