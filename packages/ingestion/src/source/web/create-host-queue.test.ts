import { setImmediate } from 'node:timers/promises'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createFakeClock } from '../fixtures/create-fake-clock.js'
import { createHostQueue } from './create-host-queue.js'

const a = new URL('https://a.example/')

describe('the queue of a host', () => {
  it('lets nobody overtake because another gave up', async () => {
    const queue = createHostQueue({ clock: createFakeClock(), maxWaitMs: 1_000 })
    const log: string[] = []
    let finish = () => {}
    const first = queue.run({ url: a, gapMs: 0 }, () => new Promise<void>((resolve) => (finish = resolve)))
    const controller = new AbortController()
    const second = queue.run({ url: a, gapMs: 0, signal: controller.signal }, async () => log.push('second'))
    const third = queue.run({ url: a, gapMs: 0 }, async () => log.push('third'))
    controller.abort()
    await expect(second).rejects.toMatchObject({ code: 'CANCELLED' })
    await setImmediate()
    log.push('still first')
    finish()
    await Promise.all([first, third])
    expect(log).toEqual(['still first', 'third'])
  })

  it('keeps order, gap and turn whatever is asked, fails or waits', async () => {
    const task = fc.record({
      host: fc.constantFrom('a', 'b'),
      takesMs: fc.nat(50),
      fails: fc.boolean(),
      postponesMs: fc.nat(300),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(task, { maxLength: 12 }), async (tasks) => {
        const clock = createFakeClock(0)
        const queue = createHostQueue({ clock, maxWaitMs: 1_000 })
        const runs: { host: string; at: number; from: number; to: number; notBefore: number }[] = []
        const running = new Set<string>()
        await Promise.allSettled(
          tasks.map(({ host, takesMs, fails, postponesMs }, at) => {
            const url = new URL(`https://${host}.example/`)
            return queue.run({ url, gapMs: 100 }, async () => {
              expect(running.has(host)).toBe(false)
              running.add(host)
              const from = clock.now()
              await clock.wait(takesMs)
              queue.postpone({ url, until: clock.now() + postponesMs })
              running.delete(host)
              runs.push({ host, at, from, to: clock.now(), notBefore: clock.now() + Math.max(100, postponesMs) })
              if (fails) throw new Error('failed')
            })
          }),
        )
        expect(runs).toHaveLength(tasks.length)
        for (const host of ['a', 'b']) {
          const own = runs.filter((run) => run.host === host)
          for (const [index, run] of own.entries()) {
            const before = own[index - 1]
            if (before) expect(run.at > before.at && run.from >= before.notBefore).toBe(true)
          }
        }
      }),
    )
  })
})
