import { cpSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { createDatabase } from '@shutten/database'
import { createSuiteFolder } from '@shutten/testing'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { apiary, lighthouse, writeArticles } from './fixtures/articles.js'
import { answer, ingestReport } from './fixtures/contract.js'
import { createShutten } from './fixtures/create-shutten.js'
import { findDescendants, isRunning } from './fixtures/find-descendants.js'
import { type RunningShutten, type ShuttenOptions, startShutten } from './fixtures/start-shutten.js'

const folder = createSuiteFolder()
const filled = path.join(folder, 'filled')
const patience = { timeout: 60_000, interval: 100 }

/** Started for one test; whatever it left is killed after it. */
function start(options: ShuttenOptions): RunningShutten & { pid: number } {
  const running = startShutten(options)
  const pid = running.child.pid as number
  onTestFinished(() => {
    for (const each of [...findDescendants(pid), pid]) {
      try {
        process.kill(each, 'SIGKILL')
      } catch {
        // It has ended, as it should.
      }
    }
  })
  return Object.assign(running, { pid })
}

const findFreePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })

function copyFilled(name: string): string {
  const dataFolder = path.join(folder, name)
  cpSync(filled, dataFolder, { recursive: true })
  return dataFolder
}

async function open(dataFolder: string) {
  const database = await createDatabase({ file: path.join(dataFolder, 'shutten.db') })
  onTestFinished(() => database.close())
  return database
}

beforeAll(async () => {
  const articles = writeArticles(path.join(folder, 'articles'), { 'apiary.md': apiary })
  await createShutten(filled).json(ingestReport, ['ingest', articles])
})

describe('a worker', () => {
  it('is handed the jobs of other processes, and ends in order', async () => {
    const dataFolder = copyFilled('handed')
    const worker = start({ dataFolder, args: ['worker'] })
    await expect.poll(() => worker.stderr, patience).toContain('waits for jobs')
    const { leases } = await open(dataFolder)
    await expect.poll(() => leases.findHolder('writer'), patience).not.toBeNull()
    const articles = writeArticles(path.join(folder, 'handed-articles'), { 'lighthouse.md': lighthouse })
    const report = await createShutten(dataFolder).json(ingestReport, ['ingest', articles])
    expect(report).toMatchObject({ added: 1, documents: 2 })
    expect((await leases.findHolder('writer'))?.owner).toContain(`:${worker.pid}`)
    worker.child.kill('SIGTERM')
    expect(await worker.ended).toMatchObject({ status: 0 })
    expect(await leases.findHolder('writer')).toBeNull()
  })

  it('that is killed in the middle of a job loses nothing: the next completes it', async () => {
    const dataFolder = copyFilled('killed')
    const database = await open(dataFolder)
    const before = await database.ingestion.findServing()
    const many = Object.fromEntries(
      Array.from({ length: 40 }, (_, i) => [`a${i}.md`, apiary.replaceAll('青葉', `第${i}青葉`)]),
    )
    const articles = writeArticles(path.join(folder, 'killed-articles'), many)
    const first = start({ dataFolder, args: ['worker'] })
    await expect.poll(() => database.leases.findHolder('writer'), patience).not.toBeNull()
    const following = start({ dataFolder, args: ['ingest', articles, '--json'] })
    const isEmbedding = async () => (await database.jobs.list({ limit: 1 }))[0]?.progress?.phase === 'embedding'
    await expect.poll(isEmbedding, { ...patience, interval: 10 }).toBe(true)
    first.child.kill('SIGKILL')
    await first.ended
    expect((await database.jobs.list({ limit: 1 }))[0]?.status).toBe('running')
    expect((await database.ingestion.findServing())?.id).toBe(before?.id)
    const second = start({ dataFolder, args: ['worker'] })
    const { status, stdout } = await following.ended
    expect(status).toBe(0)
    expect(ingestReport.parse(JSON.parse(stdout))).toMatchObject({ added: 40, failed: [], documents: 41 })
    // Whoever of the two was quicker did it; the worker works on.
    const holder = async () => (await database.leases.findHolder('writer'))?.owner ?? ''
    await expect.poll(holder, patience).toContain(`:${second.pid}`)
  })
})

describe('serve', () => {
  const serve = async (name: string) => {
    const dataFolder = copyFilled(name)
    const port = await findFreePort()
    const server = start({ dataFolder, args: ['serve'], environment: { PORT: String(port) } })
    const url = `http://127.0.0.1:${port}`
    await expect.poll(() => server.stderr, patience).toContain(`Shutten serves on ${url}`)
    const children = findDescendants(server.pid)
    expect(children).toHaveLength(2)
    return { dataFolder, server, url, children }
  }
  const findWorker = (pid: number) =>
    findDescendants(pid).find((child) => readFileSync(`/proc/${child}/cmdline`, 'utf8').includes('\0worker'))

  it('answers, restarts a worker that was killed, and ends everything at SIGTERM', async () => {
    const { dataFolder, server, url } = await serve('serve-term')
    for (const place of ['health', 'ready']) expect((await fetch(`${url}/api/${place}`)).status).toBe(200)
    const response = await fetch(`${url}/api/v1/ask`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ question: '青葉養蜂場は何年に開業しましたか？' }),
    })
    expect(answer.parse(await response.json()).answer).toContain('2019年')

    const worker = findWorker(server.pid) as number
    process.kill(worker, 'SIGKILL')
    await expect.poll(() => server.stderr, patience).toContain('The worker ended (SIGKILL); it is started again.')
    await expect.poll(() => findWorker(server.pid) ?? worker, patience).not.toBe(worker)
    const articles = writeArticles(path.join(folder, 'serve-articles'), { 'lighthouse.md': lighthouse })
    expect(await createShutten(dataFolder).json(ingestReport, ['ingest', articles])).toMatchObject({ documents: 2 })

    const children = findDescendants(server.pid)
    server.child.kill('SIGTERM')
    expect(await server.ended).toMatchObject({ status: 0 })
    expect(children.filter(isRunning)).toEqual([])
  })

  it('restarts a web server that was killed', async () => {
    const { server, url, children } = await serve('serve-web-killed')
    const worker = findWorker(server.pid)
    const web = children.find((child) => child !== worker) as number
    process.kill(web, 'SIGKILL')
    await expect.poll(() => server.stderr, patience).toContain('The web server ended (SIGKILL); it is started again.')
    await expect
      .poll(
        () =>
          fetch(`${url}/api/health`).then(
            ({ status }) => status,
            () => 0,
          ),
        patience,
      )
      .toBe(200)
    expect(findWorker(server.pid)).toBe(worker)
    server.child.kill('SIGTERM')
    expect(await server.ended).toMatchObject({ status: 0 })
  })

  it('ends everything when its whole group is interrupted, as by Ctrl-C', async () => {
    const { server, children } = await serve('serve-interrupt')
    process.kill(-server.pid, 'SIGINT')
    expect(await server.ended).toMatchObject({ status: 0 })
    expect(children.filter(isRunning)).toEqual([])
  })

  it('takes its children with it when it is killed', async () => {
    const { server, children } = await serve('serve-kill')
    server.child.kill('SIGKILL')
    await expect.poll(() => children.filter(isRunning), patience).toEqual([])
  })
})
