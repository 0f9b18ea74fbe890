import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { createTemporaryFolder } from '@shutten/testing'
import { expect, it } from 'vitest'
import { createDatabase } from './create-database.js'
import { runFixture } from './suites/run-fixture.js'
import { sampleStaging } from './suites/sample-staging.js'

/** Tests that start dozens of processes, on a machine that may have other work. */
const manyProcessesMs = 600_000

it('starts four processes at once on a folder that is not there yet', async () => {
  const file = path.join(await createTemporaryFolder(), 'new', 'folder', 'shutten.db')
  const runs = ['a', 'b', 'c', 'd'].map((key) => runFixture({ name: 'opener', args: [file, key] }).ended)
  for (const run of await Promise.all(runs)) expect(run).toMatchObject({ code: 0, stderr: '' })
  const database = await createDatabase({ file })
  for (const key of ['a', 'b', 'c', 'd']) expect(await database.settings.find(key)).toBe('opened')
  await database.close()
})

it('lets three processes write at once without an error, a lost write or a job done twice', async () => {
  const file = path.join(await createTemporaryFolder(), 'shutten.db')
  const rounds = 40
  const owners = ['a', 'b', 'c']
  const runs = await Promise.all(
    owners.map((owner) => runFixture({ name: 'contender', args: [file, owner, String(rounds)] }).ended),
  )
  for (const run of runs) expect(run).toMatchObject({ code: 0, stderr: '' })
  const results = runs.map((run) => JSON.parse(run.stdout) as { claimed: string[]; won: number })

  const database = await createDatabase({ file })
  const conversation = await database.conversations.find({ id: 'shared', owner: 'o' })
  const questions = conversation?.turns.map((turn) => turn.question) ?? []
  for (const owner of owners)
    expect(questions.filter((question) => question.startsWith(owner))).toEqual(
      Array.from({ length: rounds }, (_, round) => `${owner} ${round}`),
    )
  const claimed = results.flatMap((result) => result.claimed)
  expect(claimed).toHaveLength(owners.length * rounds)
  expect(new Set(claimed).size).toBe(claimed.length)
  expect(results.map((result) => result.won).sort((a, b) => a - b)).toEqual([0, 0, rounds])
  expect(await database.check()).toEqual([])
  await database.close()
})

/** Two states of 60 documents: in `b` each second one has changed, ten are gone and ten are new. */
async function prepareStates(file: string) {
  const database = await createDatabase({ file })
  const stage = async (label: string, from: number, to: number) => {
    const versions = []
    for (let index = from; index < to; index += 1)
      versions.push(
        await database.ingestion.stageVersion({
          ...sampleStaging({
            uri: `file:///${index}.md`,
            sentences: [`文書${index} ${index % 2 === 0 ? label : ''}。`, '続き。'],
          }),
          documentId: `d${index}`,
        }),
      )
    return { generationId: label, versions, counts: { documents: to - from, passages: 2 * (to - from) }, embedder: 'e' }
  }
  const states = [await stage('a', 0, 60), await stage('b', 10, 70)]
  if (states[0]) await database.ingestion.switchTo(states[0])
  await database.close()
  return states
}

async function expectOneWholeState(file: string, states: Awaited<ReturnType<typeof prepareStates>>): Promise<string> {
  const database = await createDatabase({ file })
  const serving = await database.ingestion.findServing()
  const state = states.find((candidate) => candidate.generationId === serving?.id)
  const byId = (a: { documentId: string }, b: { documentId: string }) => a.documentId.localeCompare(b.documentId)
  const versions = await database.ingestion.listServingVersions()
  expect(versions.sort(byId)).toEqual([...(state?.versions ?? [])].sort(byId))
  expect((await database.documents.list()).total).toBe(60)
  expect(await database.check()).toEqual([])
  await database.close()
  return serving?.id ?? ''
}

it('serves the old or the new state, whole, wherever in a switch the process is killed', {
  timeout: manyProcessesMs,
}, async () => {
  const file = path.join(await createTemporaryFolder(), 'shutten.db')
  const states = await prepareStates(file)
  let call = 0
  let serving = 'a'
  for (; ; call += 1) {
    const { child, ended } = runFixture({ name: 'switcher', args: [file, String(call)] })
    child.stdin?.end(JSON.stringify(states))
    const { signal, stdout, stderr } = await ended
    expect(stderr).toBe('')
    const after = await expectOneWholeState(file, states)
    if (stdout === 'whole') {
      expect(after).not.toBe(serving)
      break
    }
    expect(signal).toBe('SIGKILL')
    serving = after
  }
  // Begin, the statements of the switch, and commit were all met.
  expect(call).toBeGreaterThanOrEqual(9)
})

it('serves one whole state after being killed at any moment of switching', { timeout: manyProcessesMs }, async () => {
  const file = path.join(await createTemporaryFolder(), 'shutten.db')
  const states = await prepareStates(file)
  let seed = 20_261_122
  for (let kill = 0; kill < 20; kill += 1) {
    const { child, ended } = runFixture({ name: 'switcher', args: [file] })
    const ready = new Promise((resolve) => child.stdout?.once('data', resolve))
    child.stdin?.end(JSON.stringify(states))
    await ready
    seed = (seed * 48_271) % 2_147_483_647
    await delay(seed % 60)
    child.kill('SIGKILL')
    expect(await ended).toMatchObject({ signal: 'SIGKILL', stderr: '' })
    await expectOneWholeState(file, states)
  }
})
