import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseHygienePolicy } from '@shutten/core'
import { createTemporaryFolder } from '@shutten/testing'
import { expect, it } from 'vitest'
import { createPolicyFile } from './create-policy-file'

async function openFile() {
  const folder = await createTemporaryFolder()
  const file = path.join(folder, 'hygiene.json')
  return { folder, file, policy: createPolicyFile({ file, parse: parseHygienePolicy }) }
}

it('writes the policy that it was given, for whoever has seen the present one', async () => {
  const { folder, file, policy } = await openFile()
  const { version, values, savedAt } = await policy.read()
  expect([version, savedAt]).toEqual(['none', null])
  const save = (email: string, seen = version) =>
    policy.save({ version: seen, values: { ...values, actions: { ...values.actions, email } } })
  const results = await Promise.allSettled([save('mask'), save('quarantine')])
  expect(results).toMatchObject([{ status: 'fulfilled' }, { reason: { code: 'SETTINGS_CHANGED' } }])
  const saved = await policy.read()
  expect(saved.values.actions.email).toBe('mask')
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(saved.values)
  await save('quarantine', saved.version)
  await expect(save('hide', (await policy.read()).version)).rejects.toMatchObject({ code: 'INPUT_INVALID' })
  expect((await policy.read()).values.actions.email).toBe('quarantine')
  expect(readdirSync(folder)).toEqual(['hygiene.json'])
})

it('says what is wrong with a file, and writes it anew', async () => {
  const { file, policy } = await openFile()
  writeFileSync(file, '{"actions": {"email": ')
  const { version, values, problem } = await policy.read()
  expect(problem?.message).toContain('hygiene.json')
  expect(values).toEqual(parseHygienePolicy({}))
  await policy.save({ version, values: { actions: { email: 'mask' }, keep: ['info@example.jp'] } })
  expect(await policy.read()).toMatchObject({ problem: null, values: { keep: ['info@example.jp'] } })
})
