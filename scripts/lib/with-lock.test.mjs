import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeEach, expect, it, onTestFinished } from 'vitest'
import { withLock } from './with-lock.mjs'

let lock
beforeEach(() => {
  const folder = mkdtempSync(path.join(tmpdir(), 'shutten-lock-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  lock = path.join(folder, 'below', 'lock')
})

it('holds the lock for the work, and gives what it gives', () => {
  expect(withLock(lock, () => readFileSync(lock, 'utf8'))).toBe(String(process.pid))
  expect(existsSync(lock)).toBe(false)
})

it('frees it when the work fails', () => {
  expect(() =>
    withLock(lock, () => {
      throw new Error('no')
    }),
  ).toThrow('no')
  expect(existsSync(lock)).toBe(false)
})

it('takes over from a process that died', () => {
  const { pid } = spawnSync(process.execPath, ['-e', ''])
  withLock(lock, () => {})
  writeFileSync(lock, String(pid))
  expect(withLock(lock, () => 'done')).toBe('done')
})

it('lets two processes work one after the other', () => {
  const log = `${lock}.log`
  const work = `
    import { appendFileSync } from 'node:fs'
    import { withLock } from ${JSON.stringify(new URL('./with-lock.mjs', import.meta.url).href)}
    withLock(${JSON.stringify(lock)}, () => {
      appendFileSync(${JSON.stringify(log)}, 'begin ')
      const until = Date.now() + 300
      while (Date.now() < until);
      appendFileSync(${JSON.stringify(log)}, 'end ')
    })`
  // A shell starts both and waits for both.
  const node = `"${process.execPath}" --input-type=module -e "$WORK"`
  const { status } = spawnSync('sh', ['-c', `${node} & ${node} & wait`], { env: { ...process.env, WORK: work } })
  expect(status).toBe(0)
  expect(readFileSync(log, 'utf8')).toBe('begin end begin end ')
})
