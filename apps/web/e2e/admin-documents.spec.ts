import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import { finishedJobs, password, run, signIn, test, untilFinished } from './admin-test'
import { expectAccessible } from './expect-accessible'

// One index behind all of them.
test.describe.configure({ mode: 'serial' })

const field = (page: Page, name: string) => page.locator(`form:has([data-source-test]) [name="${name}"]`)

test('tries a source and shows its next visits before it is saved, and lets nobody overwrite unseen @long', async ({
  page,
  browser,
  locale,
  t,
}) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'shutten-try-'))
  await writeFile(path.join(folder, 'a.md'), '# A\n\n本文。')
  await writeFile(path.join(folder, 'draft.md'), 'D')
  await writeFile(path.join(folder, 'photo.png'), 'P')
  await signIn(page)
  await page.goto('/admin/sources')
  await field(page, 'location').fill(folder)
  await field(page, 'name').fill(`try ${run}`)
  await field(page, 'when').selectOption('cron')
  await field(page, 'cron').fill('30 4 * * 1-5')
  await expect(page.locator('[data-next-runs] time')).toHaveCount(3)
  await field(page, 'cron').fill('often')
  await expect(page.locator('[data-next-runs] strong')).toBeVisible()
  await field(page, 'when').selectOption('manual')
  await page.locator('summary', { hasText: t('admin.source.more') }).click()
  await field(page, 'exclude').fill('draft*')
  const tryIt = page.locator('[data-source-test] button').first()
  await tryIt.click()
  await expect(page.locator('[data-preview="taken"] li')).toHaveCount(1)
  await expect(page.locator('[data-preview="left-out"]')).toContainText('draft*')
  await expect(page.locator('[data-preview="left-out"]')).toContainText('photo.png')
  await expectAccessible(page)
  await page.getByRole('button', { name: t('admin.source.addConfirm'), exact: true }).click()
  await page.getByRole('link', { name: `try ${run}` }).click()

  const other = await (await browser.newContext({ baseURL: new URL(page.url()).origin, locale })).newPage()
  await signIn(other)
  await other.goto(page.url())
  await expect(field(page, 'name')).toHaveValue(`try ${run}`)
  await field(other, 'name').fill(`theirs ${run}`)
  await other.getByRole('button', { name: t('admin.source.save') }).click()
  await expect(other).toHaveURL(/\/admin\/sources$/)
  await field(page, 'name').fill(`mine ${run}`)
  await page.getByRole('button', { name: t('admin.source.save') }).click()
  await expect(page.locator('[data-theirs]')).toContainText(`theirs ${run}`)
  await expect(field(page, 'name')).toHaveValue(`mine ${run}`)
  await page.getByRole('button', { name: t('admin.source.saveOver') }).click()
  const source = page.locator('li[data-source]').filter({ hasText: `mine ${run}` })
  await expect(source).toHaveCount(1)
  const id = await source.getAttribute('data-source')
  expect((await page.request.delete(`/api/v1/sources/${id}`)).ok()).toBe(true)
  await other.context().close()
  await rm(folder, { recursive: true })
})

test('says when no worker runs, when the connection is lost, and when the session has ended @long', async ({
  page,
  t,
}) => {
  await signIn(page)
  const board = { jobs: [], open: 3, hasWorker: false }
  await page.route('**/api/v1/jobs/events*', (route) =>
    route.fulfill({ contentType: 'text/event-stream', body: `event: board\ndata: ${JSON.stringify(board)}\n\n` }),
  )
  await page.goto('/admin/jobs')
  await expect(page.locator('[data-no-worker]')).toContainText(t('admin.board.noWorker', { count: 3 }))
  await expectAccessible(page)
  await page.unroute('**/api/v1/jobs/events*')
  await page.context().clearCookies({ name: 'shutten_account' })
  await expect(page.getByRole('alert').filter({ hasText: 'UNAUTHENTICATED' })).toBeVisible()
  await page.getByRole('button', { name: t('signIn.here.open') }).click()
  const dialog = page.getByRole('dialog')
  await dialog.locator('[name=name]').fill('admin')
  await dialog.locator('[name=password]').fill(password)
  await dialog.locator('button[type=submit]').click()
  await expect(page.getByRole('alert').filter({ hasText: 'UNAUTHENTICATED' })).toHaveCount(0)
})

test('takes a folder, each file for itself, narrows to them, and tags and deletes them together @long', async ({
  page,
  t,
}) => {
  test.slow()
  const folder = await mkdtemp(path.join(tmpdir(), 'shutten-drop-'))
  await mkdir(path.join(folder, 'deep'))
  for (const name of ['one', 'deep/two'])
    await writeFile(path.join(folder, `${name}.md`), `# 橋 ${run} ${name}\n\n橋 ${name} は1937年に完成した。\n`)
  await writeFile(path.join(folder, 'photo.png'), 'P')
  await signIn(page)
  await page.goto('/admin/documents')
  await page.getByLabel(t('admin.uploads.chooseFolder')).setInputFiles(folder)
  const rows = page.locator('li[data-upload]')
  await expect(rows).toHaveCount(3)
  await expect(page.locator('li[data-state="refused"]')).toContainText('photo.png')
  // The page sleeps through the job, and shows the truth afterwards.
  await page.context().setOffline(true)
  await expect(rows.first()).toBeVisible()
  await page.context().setOffline(false)
  await expect(page.locator('li[data-state="done"]')).toHaveCount(2, untilFinished)
  await expectAccessible(page)

  await page.goto(`/admin/documents?q=${run}&order=title`)
  await expect(page.locator('tr[data-document]')).toHaveCount(2)
  const bulk = page.locator('[data-bulk]')
  await bulk.getByRole('checkbox').check()
  await bulk.getByRole('button', { name: t('admin.bulk.tag'), exact: true }).click()
  const dialog = page.locator('dialog[open]')
  await expect(dialog).toContainText(t('admin.bulk.tagTitle', { count: 2 }))
  await dialog.locator('input').first().fill(`印${run}`)
  // The session ends with the dialog open: the choice is still there afterwards.
  await page.context().clearCookies({ name: 'shutten_account' })
  await dialog.locator('.button-primary').click()
  await expect(dialog.getByRole('alert')).toContainText('UNAUTHENTICATED')
  await signIn(page)
  await dialog.locator('.button-primary').click()
  await expect(finishedJobs(page).filter({ hasText: t('admin.job.change.tag') })).toBeVisible(untilFinished)
  await page.goto(`/admin/documents?tag=${encodeURIComponent(`印${run}`)}`)
  await expect(page.locator('tr[data-document]')).toHaveCount(2)
  await bulk.getByRole('checkbox').check()
  await bulk.getByRole('button', { name: t('admin.bulk.delete'), exact: true }).click()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: t('admin.bulk.deleteConfirm', { count: 2 }) }).click()
  await expect(finishedJobs(page).filter({ hasText: t('admin.job.deleted', { count: 2 }) })).toBeVisible(untilFinished)
  await expect(page.locator('tr[data-document]')).toHaveCount(0)
  await rm(folder, { recursive: true })
})
