import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'

/** An empty folder of the running test's own; removed when the test is finished. */
export async function createTemporaryFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'shutten-test-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}
