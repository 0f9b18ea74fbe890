import { expect, it } from 'vitest'
import type { ApiResult } from '../call-api'
import { createUploadQueue } from './create-upload-queue'

const refusal = (code: string) => ({ error: { code, message: code, suggestion: '' } })
const choose = (...paths: string[]) => paths.map((path) => ({ path, file: new File(['x'], path) }))

/** A queue whose sendings end when the test says so. */
function createTestQueue() {
  let ids = 0
  const sending = new Map<string, (answer: ApiResult<{ files: string[] }>) => void>()
  const taking: ((answer?: ReturnType<typeof refusal>) => void)[] = []
  const lots: string[] = []
  const jobs: string[] = []
  const sentTo: string[] = []
  const queue = createUploadQueue({
    createId: () => `id-${ids++}`,
    parallel: 2,
    onTaken: (jobId) => jobs.push(jobId),
    send: ({ uploadId, chosen, signal }) =>
      new Promise((resolve) => {
        sentTo.push(uploadId)
        signal.addEventListener('abort', () => resolve(refusal('CANCELLED')))
        sending.set(chosen.path, resolve)
      }),
    takeIn: (uploadId) =>
      new Promise((resolve) => {
        lots.push(uploadId)
        taking.push((error) => {
          const files = queue
            .getSnapshot()
            .entries.flatMap(({ storedAs, state }) => (state === 'sent' ? (storedAs ?? []) : []))
          resolve(
            error ?? {
              value: { jobId: `job of ${uploadId}`, files: files.map((name) => ({ name, uri: `file:///${name}` })) },
            },
          )
        })
      }),
  })
  const settle = async () => {
    for (let turn = 0; turn < 5; turn++) await Promise.resolve()
  }
  const answer = async (path: string, result?: ApiResult<{ files: string[] }>) => {
    const resolve = sending.get(path)
    sending.delete(path)
    resolve?.(result ?? { value: { files: [path] } })
    await settle()
  }
  const take = async (error?: ReturnType<typeof refusal>) => {
    taking.shift()?.(error)
    await settle()
  }
  const states = () => Object.fromEntries(queue.getSnapshot().entries.map(({ path, state }) => [path, state]))
  const idOf = (path: string) => queue.getSnapshot().entries.find((entry) => entry.path === path)?.id ?? ''
  return { queue, sending, answer, take, states, idOf, lots, jobs, sentTo }
}

it('sends so many at a time, each by itself, and has all that arrived taken in by one job', async () => {
  const { queue, sending, answer, take, states, lots, jobs, sentTo } = createTestQueue()
  queue.add(choose('a.md', 'b/c.md', 'd.md', 'photo.png'))
  expect(states()).toEqual({ 'a.md': 'sending', 'b/c.md': 'sending', 'd.md': 'waiting', 'photo.png': 'refused' })
  await answer('a.md', refusal('SOURCE_EMPTY'))
  expect([...sending.keys()]).toEqual(['b/c.md', 'd.md'])
  await answer('d.md')
  expect(lots).toEqual([])
  await answer('b/c.md')
  expect(lots).toEqual([sentTo[0]])
  await take()
  expect(states()).toEqual({ 'a.md': 'refused', 'b/c.md': 'taken', 'd.md': 'taken', 'photo.png': 'refused' })
  expect(jobs).toEqual([`job of ${sentTo[0]}`])
  expect(queue.getSnapshot().entries.map(({ uri }) => uri)).toEqual([null, 'file:///b/c.md', 'file:///d.md', null])
})

it('sends one again that was refused, as a lot of its own', async () => {
  const { queue, answer, take, states, idOf, sentTo } = createTestQueue()
  queue.add(choose('a.md', 'b.md'))
  await answer('a.md', refusal('SOURCE_BINARY'))
  await answer('b.md')
  await take()
  queue.retry(idOf('a.md'))
  await answer('a.md')
  await take()
  expect(states()).toEqual({ 'a.md': 'taken', 'b.md': 'taken' })
  expect(sentTo[2]).not.toBe(sentTo[0])
})

it.each(['NETWORK', 'UNAUTHENTICATED'])(
  'waits where all are stopped by %s or no job is taken, and loses nothing',
  async (code) => {
    const { queue, sending, answer, take, states, jobs } = createTestQueue()
    queue.add(choose('a.md', 'b.md', 'c.md'))
    await answer('a.md', refusal(code))
    await answer('b.md')
    expect(states()).toEqual({ 'a.md': 'waiting', 'b.md': 'sent', 'c.md': 'waiting' })
    expect([queue.getSnapshot().held?.code, sending.size]).toEqual([code, 0])
    queue.resume()
    await answer('a.md')
    await answer('c.md')
    await take(refusal('QUEUE_FULL'))
    expect([queue.getSnapshot().held?.code, jobs.length]).toEqual(['QUEUE_FULL', 0])
    queue.resume()
    await take()
    expect(states()).toEqual({ 'a.md': 'taken', 'b.md': 'taken', 'c.md': 'taken' })
  },
)

it('ends what is cancelled, and takes in the rest', async () => {
  const { queue, sending, answer, take, states, idOf } = createTestQueue()
  queue.add(choose('a.md', 'b.md', 'c.md'))
  queue.cancel(idOf('a.md'))
  queue.cancel(idOf('c.md'))
  await answer('b.md')
  await take()
  expect(states()).toEqual({ 'a.md': 'cancelled', 'b.md': 'taken', 'c.md': 'cancelled' })
  expect([...sending.keys()]).toEqual(['a.md'])
  queue.clear()
  expect(states()).toEqual({})
})
