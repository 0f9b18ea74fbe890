import { spawn } from 'node:child_process'
import { expect, it } from 'vitest'
import { keepRunning } from './keep-running.js'

const run = (script: string) =>
  spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
const begins = `process.send('begun', () => process.kill(process.pid, 'SIGKILL'))`

function keep(options: { scripts: string[]; mostDeaths?: number; now?: () => number }) {
  const { scripts, ...rest } = options
  const notes: string[] = []
  let starts = 0
  let begun = 0
  const status = new Promise<number>((resolve) => {
    keepRunning({
      name: 'web server',
      start: () => run(scripts[Math.min(starts++, scripts.length - 1)] as string),
      begunMessage: 'begun',
      onBegun: () => {
        begun += 1
      },
      onGivenUp: resolve,
      printer: { note: (text) => notes.push(text), result() {}, error: (error) => error as never, failure() {} },
      delays: [0],
      ...rest,
    })
  })
  return { status, notes, count: () => ({ starts, begun }) }
}

it('starts again what died, and gives up what dies again and again, with a word', async () => {
  const { status, notes, count } = keep({ scripts: [begins], mostDeaths: 3 })
  expect(await status).toBe(70)
  expect(count()).toEqual({ starts: 3, begun: 3 })
  expect(notes.slice(0, 2)).toEqual(Array(2).fill('The web server ended (SIGKILL); it is started again.'))
  expect(notes[2]).toMatch(/3 times in a row; it is given up.*shutten doctor/)
})

it('gives up at once what ends by itself before it has begun', async () => {
  const { status, notes, count } = keep({ scripts: ['process.exit(69)'] })
  expect(await status).toBe(69)
  expect([count().starts, notes]).toEqual([1, []])
})

it('counts anew after a long life, and names what an abort may come from', async () => {
  let calls = 0
  const abort = `process.send('begun', () => process.abort())`
  const { status, notes, count } = keep({
    scripts: [abort, begins],
    mostDeaths: 2,
    // Asked at each start and each end: three long lives, then a short one.
    now: () => Math.min(calls++, 6) * 60_000,
  })
  expect(await status).toBe(70)
  expect(count().starts).toBe(4)
  expect(notes[0]).toMatch(/ended \(SIGABRT\); it is started again\. If it ends so again, run `pnpm shutten doctor`/)
})
