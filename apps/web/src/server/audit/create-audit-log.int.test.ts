import path from 'node:path'
import { createDatabase } from '@shutten/database'
import { createTemporaryFolder } from '@shutten/testing'
import { expect, it, onTestFinished } from 'vitest'
import { createAuditLog } from './create-audit-log'

const day = 24 * 60 * 60 * 1000

it('forgets what is older than it is told, once a day', async () => {
  let now = Date.parse('2026-01-01T00:00:00Z')
  const file = path.join(await createTemporaryFolder(), 'shutten.db')
  const database = await createDatabase({ file, clock: () => new Date(now) })
  onTestFinished(() => database.close())
  const log = createAuditLog({ audit: database.audit, days: 2, now: () => now })
  const record = (target: string) =>
    log.record({ actor: { kind: 'nobody', id: null, name: '' }, action: 'a', target, details: null, address: null })
  const targets = async () => (await log.list({})).entries.map(({ target }) => target)
  await record('first')
  now += 2 * day
  await record('second')
  expect(await targets()).toEqual(['second', 'first'])
  now += day - 1
  await record('third')
  expect(await targets()).toEqual(['third', 'second', 'first'])
  now += 1
  await record('fourth')
  expect(await targets()).toEqual(['fourth', 'third', 'second'])
})
