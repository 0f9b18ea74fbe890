import path from 'node:path'
import { createSuiteFolder } from '@shutten/testing'
import { expect, it } from 'vitest'
import { createTestServer } from '@/server/fixtures/create-test-server'
import { accountOwner } from '@/server/session/account-owner'
import { DELETE } from './route'

const folder = createSuiteFolder()

it('takes the conversations of a deleted account away, and nobody else’s', async () => {
  const { as, call, database } = await createTestServer(path.join(folder, 'data'))
  const { accounts, conversations } = database
  const { id } = await accounts.create({ name: '花', role: 'reader', passwordHash: 'none' })
  const { id: theirs } = await conversations.create({ owner: accountOwner(id), title: '花の質問' })
  const { id: others } = await conversations.create({ owner: 'visitor', title: '他の人の質問' })
  const remove = (headers: Record<string, string>) => call(DELETE, { method: 'DELETE', headers, params: { id } })

  expect((await remove(as.editor)).status).toBe(403)
  expect(await conversations.find({ id: theirs, owner: accountOwner(id) })).not.toBeNull()
  expect((await remove(as.admin)).status).toBe(200)
  expect(await conversations.find({ id: theirs, owner: accountOwner(id) })).toBeNull()
  expect(await conversations.find({ id: others, owner: 'visitor' })).not.toBeNull()
})
