import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import { finishedJobs, run, signIn, test, untilFinished } from './admin-test'
import { expectAccessible } from './expect-accessible'
import { followJob } from './follow-job'

// One index behind all of them.
test.describe.configure({ mode: 'serial' })

const readGeneration = async (page: Page) => (await (await page.request.get('/api/v1/status')).json()).generation
const findDocuments = async (page: Page, query: string) =>
  (await (await page.request.get(`/api/v1/documents?q=${encodeURIComponent(query)}`)).json()).documents as {
    id: string
    uri: string
  }[]

test('tells what a rebuild takes, and pauses, resumes and cancels it @long', async ({ page, t }) => {
  test.slow()
  await signIn(page)
  const { jobId } = await (await page.request.post('/api/v1/reindex')).json()
  expect(await followJob({ admin: page.request, jobId })).toMatchObject({ status: 'succeeded' })
  const { passages } = await (await page.request.get('/api/v1/status')).json()
  const before = await readGeneration(page)
  await page.goto('/admin')
  const [told = ''] = t('admin.reindex.estimate', { passages, time: '|' }).split('|')
  await expect(page.locator('section[aria-labelledby=reindex-title]')).toContainText(told)

  await page.getByRole('button', { name: t('admin.reindex.start'), exact: true }).click()
  const panel = page.locator('article[data-job]')
  await panel.getByRole('button', { name: t('admin.jobAction.pause') }).click()
  await expect(panel).toHaveAttribute('data-status', 'paused')
  await expect(page.getByRole('button', { name: t('admin.reindex.running') })).toBeVisible()
  await expectAccessible(page)
  // From the page of the job, too.
  await panel.getByRole('link', { name: t('admin.board.details') }).click()
  const main = page.getByRole('main')
  await expect(main.getByRole('heading', { level: 1 })).toHaveText(t('admin.job.reindex'))
  await main
    .getByRole('button', { name: t('admin.jobAction.resume') })
    .last()
    .click()
  await expect(panel).not.toHaveAttribute('data-status', 'paused')
  await panel.getByRole('button', { name: t('admin.jobAction.cancel') }).click()
  await expect(panel).toHaveAttribute('data-status', 'cancelled')
  expect(await readGeneration(page)).toBe(before)

  const job = await panel.getAttribute('data-job')
  await page.goto(`/admin/audit?action=job.change&target=${job}`)
  await expect(page.locator('[data-action="job.change"]')).toHaveCount(3)
})

test('goes back to the generation before, and forth again @long', async ({ page, t }) => {
  test.slow()
  await signIn(page)
  const data = { title: `lighthouse ${run}`, text: `The lighthouse ${run} was built in 1911.`, uri: `text:back-${run}` }
  const added = await (await page.request.post('/api/v1/documents', { data })).json()
  expect(await followJob({ admin: page.request, jobId: added.jobId })).toMatchObject({ status: 'succeeded' })
  const newest = await readGeneration(page)
  await page.goto('/admin/generations')
  await expect(page.locator(`[data-generation="${newest}"]`)).toContainText(t('admin.generations.serving'))
  const goBack = async () => {
    await page.getByRole('button', { name: t('admin.generations.open') }).click()
    const dialog = page.locator('dialog[open]')
    await expectAccessible(page)
    await dialog.getByRole('button', { name: t('admin.generations.confirm'), exact: true }).click()
    await expect(finishedJobs(page)).toContainText(t('admin.job.rollback'), untilFinished)
    await finishedJobs(page)
      .getByRole('button', { name: t('admin.board.dismiss') })
      .click()
  }
  await goBack()
  expect(await findDocuments(page, run)).toEqual([])
  await expect(page.locator(`[data-generation="${newest}"]`)).toContainText(t('admin.generations.kept'))
  await goBack()
  const [found] = await findDocuments(page, run)
  expect(found?.uri).toBe(`text:back-${run}`)
  expect(await readGeneration(page)).toBe(newest)
  await page.goto('/admin/audit?action=generation.serve')
  await expect(page.locator('[data-action="generation.serve"]').first()).toContainText('admin')
  const removed = await (await page.request.delete(`/api/v1/documents/${found?.id}`)).json()
  expect(await followJob({ admin: page.request, jobId: removed.jobId })).toMatchObject({ status: 'succeeded' })
})

test('reads a source and a document of it anew, and tries again what could not be read @long', async ({ page, t }) => {
  test.slow()
  const folder = await mkdtemp(path.join(tmpdir(), 'shutten-anew-'))
  const write = (name: string, year: string) =>
    writeFile(path.join(folder, name), `# ${name} ${run}\n\nThe bridge of ${name} was built in ${year}.\n`)
  await write('first.md', '1901')
  await write('second.md', '1902')
  await writeFile(path.join(folder, 'broken.md'), Buffer.from([0, 1, 2, 0, 3, 0]))
  await signIn(page)
  const data = { kind: 'folder', location: folder, name: `anew ${run}`, schedule: null }
  const { id } = await (await page.request.post('/api/v1/sources', { data })).json()
  const { jobId } = await (await page.request.post(`/api/v1/sources/${id}/runs`)).json()
  expect((await followJob({ admin: page.request, jobId })).result).toMatchObject({ added: 2 })

  // What could not be read is told with what to do, is tried again in vain, and once it is mended.
  const failedList = `/admin/documents?state=failed&q=${encodeURIComponent(path.basename(folder))}`
  await page.goto(failedList)
  const failed = page.locator('li[data-failed]')
  await expect(failed).toContainText('SOURCE_BINARY')
  await expectAccessible(page)
  await failed.getByRole('button').click()
  await expect(page.locator(`article[data-job="${jobId}"][data-status="succeeded"]`)).toContainText('SOURCE_BINARY')
  await write('broken.md', '1903')
  await page.goto(`/admin/jobs/${jobId}`)
  await page
    .getByRole('main')
    .getByRole('button', { name: t('admin.jobAction.retry') })
    .last()
    .click()
  await expect(finishedJobs(page)).toBeVisible(untilFinished)
  await page.goto(failedList)
  await expect(failed).toHaveCount(0)

  // All of a source, then one document.
  const readTexts = async () => {
    const found = await findDocuments(page, run)
    const texts = await Promise.all(
      found.map(async (one) => (await (await page.request.get(`/api/v1/documents/${one.id}`)).json()).text as string),
    )
    return texts.flatMap((text) => /built in (\d+)/.exec(text)?.[1] ?? []).sort()
  }
  expect(await readTexts()).toEqual(['1901', '1902', '1903'])
  const reread = async (count: number) => {
    const bulk = page.locator('[data-bulk]')
    await bulk.getByRole('button', { name: t('admin.bulk.reread'), exact: true }).click()
    await page
      .locator('dialog[open]')
      .getByRole('button', { name: t('admin.bulk.rereadConfirm', { count }) })
      .click()
    await expect(finishedJobs(page)).toContainText(t('admin.job.change.reread'), untilFinished)
    await finishedJobs(page)
      .getByRole('button', { name: t('admin.board.dismiss') })
      .click()
  }
  await page.goto(`/admin/documents?source=${id}&order=title`)
  for (const [name, year] of [
    ['first.md', '1911'],
    ['second.md', '1912'],
    ['broken.md', '1913'],
  ] as const)
    await write(name, year)
  await page.locator('[data-bulk]').getByRole('checkbox').check()
  await reread(3)
  expect(await readTexts()).toEqual(['1911', '1912', '1913'])
  for (const [name, year] of [
    ['first.md', '1921'],
    ['second.md', '1922'],
  ] as const)
    await write(name, year)
  await page.getByRole('checkbox', { name: t('admin.list.chooseOf', { title: `second.md ${run}` }) }).check()
  await reread(1)
  expect(await readTexts()).toEqual(['1911', '1913', '1922'])

  const removed = await (await page.request.delete(`/api/v1/sources/${id}?documents=delete`)).json()
  expect((await followJob({ admin: page.request, jobId: removed.jobId })).result).toMatchObject({ deleted: 3 })
  await rm(folder, { recursive: true })
})
