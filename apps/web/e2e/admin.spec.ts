import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import { finishedJobs, password, run, signIn, test, untilFinished } from './admin-test'
import { expectAccessible } from './expect-accessible'

// One index behind all of them: a test that rebuilds it would show up in the others.
test.describe.configure({ mode: 'serial' })

/** An article to add, and what only it answers. */
const bridges = {
  ja: {
    title: '羽衣橋',
    text: '羽衣橋は1937年に完成した鉄製の橋である。設計者は技師の川瀬清である。',
    question: '羽衣橋はいつ完成しましたか？',
  },
  en: {
    title: 'Hagoromo Bridge',
    text: 'The Hagoromo Bridge is an iron bridge that was completed in 1937. Its designer was the engineer Kiyoshi Kawase.',
    question: 'When was the Hagoromo Bridge completed?',
  },
}

test('asks for the sign-in, refuses a wrong password, and goes back to where it was', async ({ page, t }) => {
  await page.goto('/admin/documents?q=CLIP')
  await expect(page).toHaveURL(/\/sign-in\?next=/)
  await expectAccessible(page)
  await page.getByLabel(t('signIn.password')).fill('wrong')
  await page.getByRole('button', { name: t('signIn.submit'), exact: true }).click()
  await expect(page.getByText(t('signIn.wrong'))).toBeVisible()
  await page.getByLabel(t('signIn.password')).fill(password)
  await page.getByRole('button', { name: t('signIn.submit'), exact: true }).click()
  await expect(page).toHaveURL(/\/admin\/documents\?q=CLIP$/)
  await page.getByRole('button', { name: t('admin.signOut') }).click()
  await expect(page).not.toHaveURL(/\/admin/)
  await page.goto('/admin')
  await expect(page).toHaveURL(/\/sign-in/)
})

test('rebuilds the index and shows the progress to its end, then in the history', async ({ page, t }) => {
  await signIn(page)
  await page.goto('/admin')
  const generation = page.locator('dt', { hasText: t('admin.serving.generation') }).locator('+ dd')
  const before = (await generation.textContent()) ?? ''
  await expectAccessible(page)
  await page.getByRole('button', { name: t('admin.reindex.start') }).click()
  const panel = page.locator('article[data-job]')
  await expect(panel).toBeVisible()
  const job = await panel.getAttribute('data-job')
  await expect(finishedJobs(page)).toContainText(t('admin.job.reindex'), untilFinished)
  await expect(generation).not.toHaveText(before)
  await page.goto(`/admin/jobs/${job}`)
  await expect(page.getByRole('main')).toContainText(t('admin.job.succeeded'))
  await expectAccessible(page)
})

test('takes a file, answers about it, and deletes it after asking', async ({ page, t, language }) => {
  // Two jobs, and an answer.
  test.slow()
  const { title, text, question } = bridges[language]
  await signIn(page)
  await page.goto('/admin/documents')
  await page.getByLabel(t('admin.uploads.choose')).setInputFiles([
    {
      name: `${title}.md`,
      mimeType: 'text/markdown',
      buffer: Buffer.from(`# ${title}\n\n${text}\n`),
    },
    { name: '写真.png', mimeType: 'image/png', buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47]) },
  ])
  await expect(page.getByText(t('admin.uploads.refused'))).toBeVisible()
  await expect(page.getByText('写真.png')).toBeVisible()
  await expect(finishedJobs(page)).toContainText(t('admin.job.ingest'), untilFinished)

  const asked = await page.request.post('/api/v1/ask', { data: { question } })
  const answer = await asked.json()
  expect(answer.status).toBe('answered')
  expect(answer.citations.map((citation: { quote: string }) => citation.quote).join()).toContain('1937')

  await page.getByRole('searchbox').fill(title)
  await page.getByRole('button', { name: t('admin.documentList.submit') }).click()
  await expect(page).toHaveURL(/q=/)
  await expect(page.locator('tr[data-document]')).toHaveCount(1)
  await expectAccessible(page)
  await page.getByRole('button', { name: t('admin.delete.openOf', { title }) }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toBeVisible()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: t('admin.delete.cancel') }).click()
  await expect(dialog).toBeHidden()
  await expect(page.locator('tr[data-document]')).toHaveCount(1)
  await page.getByRole('button', { name: t('admin.delete.openOf', { title }) }).click()
  await dialog.getByRole('button', { name: t('admin.delete.confirm'), exact: true }).click()
  await expect(finishedJobs(page).filter({ hasText: t('admin.job.delete') })).toBeVisible(untilFinished)
  await expect(page.getByText(t('admin.documentList.none'))).toBeVisible()
})

test('adds a source, visits it, keeps what was typed when it is wrong, and removes it with its documents', async ({
  page,
  t,
}) => {
  // Two jobs and a dozen pages.
  test.slow()
  const name = `e2e ${run}`
  const folder = await mkdtemp(path.join(tmpdir(), 'shutten-source-'))
  await writeFile(path.join(folder, '水門.md'), '# 榎戸水門\n\n榎戸水門は1951年に造られた。管理は水利組合が行う。\n')
  await signIn(page)
  await page.goto('/admin/sources')
  await expectAccessible(page)
  await page.getByLabel(t('admin.source.location')).fill('水門')
  await page.getByLabel(t('admin.source.name'), { exact: true }).fill(name)
  await page.getByRole('button', { name: t('admin.source.addConfirm'), exact: true }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'SOURCE_DEFINITION_INVALID' })).toBeVisible()
  await expect(page.getByLabel(t('admin.source.name'), { exact: true })).toHaveValue(name)
  await page.getByLabel(t('admin.source.location')).fill(folder)
  await page.getByLabel(t('admin.source.when')).selectOption('manual')
  await page.getByRole('button', { name: t('admin.source.addConfirm'), exact: true }).click()
  const source = page.locator('li[data-source]').filter({ hasText: name })
  await expect(source).toContainText(t('admin.source.manual'))
  await source.getByRole('button', { name: t('admin.source.runOf', { name }) }).click()
  await expect(finishedJobs(page)).toContainText(t('admin.job.ingest-source'), untilFinished)
  await expect(source).toContainText(t('admin.source.documents', { count: 1 }))
  await expectAccessible(page)

  await source.getByRole('link', { name }).click()
  // The form for a new source has the same words.
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await page.getByText(t('admin.source.more'), { exact: true }).click()
  await page.getByLabel(t('admin.source.tags')).fill('治水、用水')
  await page.getByRole('button', { name: t('admin.source.save') }).click()
  await expect(page).toHaveURL(/\/admin\/sources$/)
  await source.getByRole('button', { name: t('admin.source.disableOf', { name }) }).click()
  await expect(source).toContainText(t('admin.source.disabled'))
  await source.getByRole('button', { name: t('admin.source.removeOf', { name }) }).click()
  const dialog = page.getByRole('dialog')
  await expectAccessible(page)
  await dialog.getByRole('checkbox').check()
  await dialog.getByRole('button', { name: t('admin.source.removeAll') }).click()
  await expect(finishedJobs(page).filter({ hasText: t('admin.job.remove-source') })).toBeVisible(untilFinished)
  await expect(source).toHaveCount(0)
  await rm(folder, { recursive: true })
})

test('pages through the documents by the URL, and lands on the last page when asked for more', async ({ page, t }) => {
  await signIn(page)
  const { total } = await (await page.request.get('/api/v1/documents?limit=1')).json()
  await page.goto('/admin/documents?page=9999')
  const rows = page.locator('tr[data-document]')
  await expect(rows).toHaveCount(total % 50 === 0 ? 50 : total % 50)
  await page.goto('/documents?page=9999')
  await expect(page).not.toHaveURL(/9999/)
  await expect(page.locator('.document-entry').first()).toBeVisible()
  await page.goto('/admin/jobs')
  await expect(page.getByRole('heading', { name: t('admin.jobs'), level: 1 })).toBeVisible()
  await expectAccessible(page)
})

test.describe('dark, on a phone', () => {
  // All else that `npm test` walks here is in Japanese; English words take more room.
  const locale = process.env.E2E_QUICK === '1' ? { locale: 'en-GB' } : {}
  test.use({ ...locale, colorScheme: 'dark', viewport: { width: 375, height: 740 } })

  const expectUnbroken = async (page: Page, paths: readonly string[]) => {
    for (const path of paths) {
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1 })).toBeAttached()
      await expectAccessible(page)
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect(overflow, path).toBeLessThanOrEqual(0)
    }
  }

  test('shows the busiest pages without a break', async ({ page }) => {
    await signIn(page)
    await expectUnbroken(page, ['/admin', '/admin/documents', '/admin/sources', '/admin/jobs'])
  })

  test('shows every other page without a break @long', async ({ page }) => {
    await signIn(page)
    await expectUnbroken(page, [
      '/admin/quality',
      '/admin/quality/questions',
      '/admin/quality/questions/new',
      '/admin/gaps',
      '/admin/edits',
      '/admin/settings',
      '/admin/playground',
      '/admin/quarantine',
      '/admin/generations',
      '/admin/answers',
      '/admin/feedback',
      '/admin/accounts',
      '/admin/keys',
      '/admin/audit',
      '/account',
    ])
  })
})
