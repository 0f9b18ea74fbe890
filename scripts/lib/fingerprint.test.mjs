import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeEach, expect, it, onTestFinished } from 'vitest'
import { fingerprint } from './fingerprint.mjs'

let folder
const put = (name, text) => {
  const file = path.join(folder, name)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, text)
  return file
}
// Absolute places stand for themselves.
const take = () => fingerprint([folder])

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'shutten-fingerprint-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  put('src/a.ts', 'a')
})

it('stays while nothing changes', () => {
  expect(take()).toBe(take())
})

it('changes with a file that is new, longer, touched, renamed or gone', () => {
  const seen = new Set([take()])
  const file = put('src/b.ts', 'b')
  seen.add(take())
  put('src/b.ts', 'bb')
  seen.add(take())
  utimesSync(file, 1, 1)
  seen.add(take())
  rmSync(file)
  put('src/c.ts', 'b')
  seen.add(take())
  expect(seen.size).toBe(5)
})

it('passes over what is built, installed or a test', () => {
  const before = take()
  for (const name of ['dist/a.js', 'node_modules/x/index.js', '.next/BUILD_ID', 'src/a.test.ts', 'test-results/x.json'])
    put(name, 'x')
  expect(take()).toBe(before)
})

it('knows a place that is not there', () => {
  const missing = path.join(folder, 'missing')
  const before = fingerprint([missing])
  writeFileSync(missing, 'x')
  expect(fingerprint([missing])).not.toBe(before)
})
