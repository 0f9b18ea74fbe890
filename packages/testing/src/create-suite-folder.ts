import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll } from 'vitest'

/** An empty folder that the tests of a suite share; removed after the last. To be called while tests are collected. */
export function createSuiteFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'shutten-suite-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }))
  return folder
}
