import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type APIRequestContext, expect, type Page } from '@playwright/test'
import { password, signIn, test, untilFinished } from './admin-test'
import { expectAccessible } from './expect-accessible'
import { startOwnServer } from './own-server'
import { startCommand } from './start-command'

/** As many jobs as may wait. */
const queueSize = 200

const file = (name: string) => ({
  name,
  mimeType: 'text/markdown',
  buffer: Buffer.from(`# ${name}\n\n${name} 1937.\n`),
})
const row = (page: Page, name: string) => page.locator(`li[data-upload="${name}"]`)

/** Jobs until there is room for no more; gives their ids. */
async function fillQueue(api: APIRequestContext, waiting: number) {
  const ids: string[] = []
  while (waiting + ids.length < queueSize) {
    const free = Math.min(10, queueSize - waiting - ids.length)
    const lot = Array.from({ length: free }, async (_, at) => {
      const title = `filler ${ids.length + at}`
      const response = await api.post('/api/v1/documents', { data: { title, text: title, uri: `text:${title}` } })
      expect(response.status()).toBe(202)
      return (await response.json()).jobId as string
    })
    ids.push(...(await Promise.all(lot)))
  }
  return ids
}

test('tells the truth and loses nothing without a worker, with a full queue, and through a sleep @long', async ({
  browser,
  locale,
  t,
}) => {
  test.setTimeout(600_000)
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'shutten-states-'))
  const first = path.join(dataFolder, 'first.md')
  await writeFile(first, '# First\n\nThe first document.\n')
  expect(await startCommand({ dataFolder, args: ['ingest', first] }).ended).toBe(0)
  const server = await startOwnServer({ SHUTTEN_DATA_DIR: dataFolder, SHUTTEN_ADMIN_PASSWORD: password })
  const context = await browser.newContext({ baseURL: server.url, ...(locale && { locale }) })
  const startWorker = () => startCommand({ dataFolder, args: ['worker'] })
  let worker: ReturnType<typeof startWorker> | null = null
  try {
    const page = await context.newPage()
    await signIn(page)
    const api = page.request
    const noWorker = page.locator('[data-no-worker]')

    // No worker: each page says so, and what is asked for waits.
    await page.goto('/admin/documents')
    await expect(noWorker).toContainText(t('admin.board.noWorker', { count: 0 }))
    await page.getByLabel(t('admin.uploads.choose')).setInputFiles(file('waiting.md'))
    await expect(row(page, 'waiting.md')).toHaveAttribute('data-state', 'queued', untilFinished)
    await expect(noWorker).toContainText(t('admin.board.noWorker', { count: 1 }))
    const panel = page.locator('article[data-job]')
    await expect(panel).toContainText(t('admin.board.waitingForWorker'))
    await expectAccessible(page)

    // It is paused, resumed and paused again while it waits; the row of the file follows.
    await panel.getByRole('button', { name: t('admin.jobAction.pause') }).click()
    await expect(panel).toHaveAttribute('data-status', 'paused')
    await expect(row(page, 'waiting.md')).toHaveAttribute('data-state', 'paused')
    await panel.getByRole('button', { name: t('admin.jobAction.resume') }).click()
    await expect(panel).toHaveAttribute('data-status', 'queued')
    await panel.getByRole('button', { name: t('admin.jobAction.pause') }).click()
    await expect(panel).toHaveAttribute('data-status', 'paused')

    // The queue is full: nothing more is taken, and what was sent is held until there is room.
    const fillers = await fillQueue(api, 1)
    await expect(noWorker).toContainText(t('admin.board.noWorker', { count: queueSize }))
    await page.getByLabel(t('admin.uploads.choose')).setInputFiles(file('late.md'))
    const uploads = page.locator('[data-uploads]')
    await expect(uploads.getByRole('alert')).toContainText('QUEUE_FULL', untilFinished)
    await expect(row(page, 'late.md')).toHaveAttribute('data-state', 'sent')
    await expectAccessible(page)
    const other = await context.newPage()
    await other.goto('/admin')
    await other.getByRole('button', { name: t('admin.reindex.start') }).click()
    await expect(other.getByRole('alert').filter({ hasText: 'QUEUE_FULL' })).toBeVisible()
    const [, ...unwanted] = fillers
    await Promise.all(unwanted.map((id) => api.post(`/api/v1/jobs/${id}/cancel`)))
    await expect(noWorker).toContainText(t('admin.board.noWorker', { count: 2 }))
    await uploads.getByRole('button', { name: t('admin.uploads.resume'), exact: true }).click()
    await expect(row(page, 'late.md')).toHaveAttribute('data-state', 'queued', untilFinished)

    // A worker comes: what waits is done, what is paused stays so until it is told.
    worker = startWorker()
    await expect(noWorker).toHaveCount(0, untilFinished)
    await expect(row(page, 'late.md')).toHaveAttribute('data-state', 'done', untilFinished)
    await expect(row(page, 'waiting.md')).toHaveAttribute('data-state', 'paused')
    await page
      .locator('article[data-status="paused"]')
      .getByRole('button', { name: t('admin.jobAction.resume') })
      .click()
    await expect(row(page, 'waiting.md')).toHaveAttribute('data-state', 'done', untilFinished)

    // The server is not reached at the moment the page is read anew: the page and its uploads stay, and are read later.
    const isReadAnew = (url: URL) => url.pathname === '/admin/documents' && url.searchParams.has('_rsc')
    await page.route(isReadAnew, (route) => route.abort('connectionrefused'))
    await page.getByLabel(t('admin.uploads.choose')).setInputFiles(file('alone.md'))
    await expect(row(page, 'alone.md')).toHaveAttribute('data-state', 'done', untilFinished)
    await expect(page.getByText(t('shell.offlineNotice'))).toBeVisible()
    const listedRow = page.locator('tr[data-document]').filter({ hasText: 'alone' })
    await expect(listedRow).toHaveCount(0)
    await page.unroute(isReadAnew)
    await expect(listedRow).toBeVisible(untilFinished)
    await expect(page.getByText(t('shell.offlineNotice'))).toHaveCount(0)
    await expect(row(page, 'late.md')).toHaveAttribute('data-state', 'done')

    // The worker is killed: the page finds out by itself.
    await worker.kill()
    await expect(noWorker).toBeVisible(untilFinished)
    await page.getByLabel(t('admin.uploads.choose')).setInputFiles(file('asleep.md'))
    await expect(row(page, 'asleep.md')).toHaveAttribute('data-state', 'queued', untilFinished)
    // The connection is lost while the job is done, as for a browser that sleeps; the truth is shown when it is back.
    await server.kill()
    await expect(page.getByText(t('admin.board.reconnecting'))).toBeVisible(untilFinished)
    worker = startWorker()
    expect(await startCommand({ dataFolder, args: ['ingest', first] }).ended).toBe(0)
    await expect(row(page, 'asleep.md')).toHaveAttribute('data-state', 'queued', untilFinished)
    await server.start()
    await expect(row(page, 'asleep.md')).toHaveAttribute('data-state', 'done', untilFinished)
    await expect(noWorker).toHaveCount(0)
    await expect(page.getByText(t('admin.board.reconnecting'))).toHaveCount(0)
    await page.reload()
    const listed = await (await api.get('/api/v1/documents?limit=10')).json()
    expect(listed.total).toBe(6)
  } finally {
    await worker?.kill()
    await context.close()
    await server.kill()
    await rm(dataFolder, { recursive: true, force: true })
  }
})
