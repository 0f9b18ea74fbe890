import path from 'node:path'
import { createSuiteFolder } from '@shutten/testing'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Connection, openConnection } from '../../connection/open-connection.js'
import { migrations } from '../../generated/migrations.js'
import { applyMigrations } from '../../migrations/apply-migrations.js'
import { createRowRecognizer } from './create-row-recognizer.js'

interface Column {
  name: string
  type: string
  notnull: number
  pk: number
}

const date = '2026-11-22T16:14:09.489+00:00'
const byName: Record<string, string> = {
  role: 'editor',
  passwordHash: '$argon2id$v=19$m=19456',
  tokenHash: 'ab'.repeat(32),
  checkedAt: '2026-11-22T16:14:09.489Z',
  status: 'succeeded',
  action: 'remove',
  migration_name: '20261122000000_records',
}
/** What a person may have written, the awkward included: it looks like a number, a date, JSON, a role. */
const free = fc.constantFrom('採用', '12', date, '{}', 'admin', '', 'null')
const idLike = fc.constantFrom('ey43bgwh2qy33280f1r6', '20261122T161301Z-cecaf6', 'g1')

const folder = createSuiteFolder()
let connection: Connection
let tables: { name: string; columns: Column[] }[]

beforeAll(async () => {
  const file = path.join(folder, 'shutten.db')
  connection = await openConnection({ file, busyTimeoutMs: 1_000 })
  await applyMigrations({ connection, migrations, busyTimeoutMs: 1_000 })
  const names = connection
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'sqlite_*'")
    .all() as { name: string }[]
  tables = names.map(({ name }) => ({
    name,
    columns: connection.prepare(`PRAGMA table_info("${name}")`).all() as Column[],
  }))
  return () => connection.close()
})

function anyValue({ name, type, notnull, pk }: Column): fc.Arbitrary<string | number | Buffer | null> {
  if (pk === 1 && type === 'INTEGER') return fc.constant(null)
  const known = byName[name]
  const value: fc.Arbitrary<string | number | Buffer> =
    known !== undefined
      ? fc.constant(known)
      : type === 'JSONB'
        ? fc.constantFrom('{}', '[]', '{"kind":"ingest"}')
        : type === 'DATETIME'
          ? fc.constant(date)
          : type === 'BLOB'
            ? fc.constant(Buffer.from([1]))
            : type === 'TEXT'
              ? /(?:^i|I)d$/.test(name)
                ? idLike
                : free
              : fc.constantFrom(0, 1)
  return notnull ? value : fc.option(value, { nil: null, freq: 2 })
}

/** Columns of today that the first form of the table did not have. */
function countAdded(table: string): number {
  const pattern = new RegExp(`ALTER TABLE "${table}" ADD COLUMN`, 'g')
  return migrations.flatMap(({ sql }) => sql.match(pattern) ?? []).length
}

describe('createRowRecognizer', () => {
  it('knows the table of every row, of this version and of those before it', () => {
    const recognize = createRowRecognizer(connection)
    expect(tables.length).toBeGreaterThan(20)
    for (const { name, columns } of tables) {
      const least = columns.length - countAdded(name)
      const anyRow = fc
        .integer({ min: least, max: columns.length })
        .chain((length) => fc.tuple(...columns.slice(0, length).map(anyValue)))
      fc.assert(
        fc.property(anyRow, (values) => {
          expect(recognize({ rowid: 7, values })).toMatchObject({ table: name, isWhole: true })
        }),
        { numRuns: 60 },
      )
    }
  })

  it('leaves out what cannot be read, and says so', () => {
    const recognize = createRowRecognizer(connection)
    const values = ['p9kkhpan04x2ebpd1g95', 0, '質問', undefined, date, 'id', null, '質問']
    expect(recognize({ rowid: 7, values })).toEqual({
      table: 'Turn',
      isWhole: false,
      row: {
        conversationId: values[0],
        index: 0,
        question: '質問',
        createdAt: date,
        id: 'id',
        filters: null,
        folded: '質問',
      },
    })
    expect(recognize({ rowid: 3, values: [null, 'g1'] })?.row).toEqual({ id: 3, generationId: 'g1' })
    expect(recognize({ rowid: 3, values: ['a', 1, 2] })).toBeNull()
  })
})
