import { spawnSync } from 'node:child_process'
import { hostname } from 'node:os'
import path from 'node:path'
import { createDatabase } from '@shutten/database'
import { createTemporaryFolder } from '@shutten/testing'
import { expect, it, onTestFinished } from 'vitest'
import { freeDeadLease, leaseOwner } from './free-dead-lease.js'

const dead = spawnSync(process.execPath, ['-e', '']).pid

it.each([
  ['a process of this machine that is gone', `${hostname()}:${dead}#1a2b`, true],
  ['this process', `${leaseOwner}#1a2b`, false],
  ['a process of another machine', `another.${hostname()}:${dead}#1a2b`, false],
  ['somebody of another name', 'somebody', false],
])('the lease of %s', async (_, owner, isFreed) => {
  const database = await createDatabase({ file: path.join(await createTemporaryFolder(), 'shutten.db') })
  onTestFinished(() => database.close())
  const { leases } = database
  expect(await leases.acquire({ name: 'writer', owner, ttlMs: 60_000 })).toBe(true)
  await freeDeadLease({ leases, name: 'writer' })
  expect(await leases.acquire({ name: 'writer', owner: 'next', ttlMs: 60_000 })).toBe(isFreed)
})

it('no lease at all', async () => {
  const database = await createDatabase({ file: path.join(await createTemporaryFolder(), 'shutten.db') })
  onTestFinished(() => database.close())
  await freeDeadLease({ leases: database.leases, name: 'writer' })
  expect(await database.leases.findHolder('writer')).toBeNull()
})
