// Generates what the sources import and git does not hold: Prisma's client and the migrations as a module.
// Runs offline: the client generator needs no schema engine, but looks for one, so it is shown one that is never started.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const output = path.join(root, 'src', 'generated')
const stampFile = path.join(output, 'stamp')
const require = createRequire(import.meta.url)

const sha256 = (content) => createHash('sha256').update(content).digest('hex')

const migrationsFolder = path.join(root, 'prisma', 'migrations')
const migrations = readdirSync(migrationsFolder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort()
  .map((name) => {
    const sql = readFileSync(path.join(migrationsFolder, name, 'migration.sql'), 'utf8').replaceAll('\r\n', '\n')
    return { name, checksum: sha256(sql), sql }
  })

const stamp = sha256(
  JSON.stringify([
    readFileSync(path.join(root, 'prisma', 'schema.prisma'), 'utf8'),
    readFileSync(fileURLToPath(import.meta.url), 'utf8'),
    require('prisma/package.json').version,
    migrations,
  ]),
)

if (!existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== stamp) {
  rmSync(output, { recursive: true, force: true })
  try {
    execFileSync(
      process.execPath,
      [require.resolve('prisma/build/index.js'), 'generate', '--no-hints', '--schema', 'prisma/schema.prisma'],
      {
        cwd: root,
        stdio: ['ignore', 'pipe', 'pipe'],
        env: {
          ...process.env,
          PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
          PRISMA_HIDE_UPDATE_MESSAGE: '1',
          CHECKPOINT_DISABLE: '1',
        },
      },
    )
  } catch (error) {
    process.stderr.write(`${error.stdout ?? ''}${error.stderr ?? error.message}\n`)
    process.stderr.write(
      'The database client could not be generated. Check that the install finished, then build again.\n',
    )
    process.exit(1)
  }
  mkdirSync(output, { recursive: true })
  writeFileSync(
    path.join(output, 'migrations.ts'),
    `export const migrations: readonly { name: string; checksum: string; sql: string }[] = ${JSON.stringify(migrations, null, 2)}\n`,
  )
  writeFileSync(stampFile, stamp)
}
