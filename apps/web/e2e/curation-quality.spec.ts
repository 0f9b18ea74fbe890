import { expect, type Page } from '@playwright/test'
import { signIn, test } from './admin-test'
import { expectAccessible } from './expect-accessible'

/** What no source knows, and a question about it that the gaps of another language do not take for theirs. */
const inVain = {
  ja: { name: 'ムニョロパ', question: 'ムニョロパの月額料金はいくらですか？' },
  en: { name: 'Zebblowick', question: 'Who designed the lighthouse of Zebblowick?' },
}

const importFile = (page: Page, json: string) =>
  page.locator('input[type=file]').setInputFiles({
    name: 'golden.json',
    mimeType: 'application/json',
    buffer: Buffer.from(json),
  })

test('keeps golden questions: from a file, by hand, narrowed by the address', async ({ page, asked }) => {
  await signIn(page)
  await page.goto('/admin/quality/questions')
  await importFile(page, '{\n  "name": "n",\n  "questions": [\n    { "id": "e2e-a" }\n  ]\n}')
  await expect(page.locator('[data-import-error]')).toContainText('line 4')
  const questions = [
    { id: 'e2e-a', question: asked.other, kind: 'e2e', answers: [['化学']], relevant: ['megamolbart'] },
  ]
  await Promise.all([page.waitForResponse(/import$/), importFile(page, JSON.stringify({ name: 'n', questions }))])
  await page.goto('/admin/quality/questions?kind=e2e')
  await expect(page.locator('li[data-golden]')).toHaveCount(1)
  await expectAccessible(page)
  await page.locator('li[data-golden] h2 a').click()
  await page.locator('textarea[name=answers]').fill('化学 | 分子')
  await page.locator('form button[type=submit].button-primary').click()
  await expect(page).toHaveURL(/\/admin\/quality\/questions$/)
  const kept = await (await page.request.get('/api/v1/golden-questions?kind=e2e')).json()
  expect(kept.questions[0].answers).toEqual([['化学', '分子']])
  await page.request.delete('/api/v1/golden-questions/e2e-a')
})

test('measures what serves, and shows each failure with what was expected and told @long', async ({ page, asked }) => {
  await signIn(page)
  const questions = [
    { id: 'e2e-right', question: asked.other, kind: 'e2e', answers: [['MegaMolBART']] },
    { id: 'e2e-wrong', question: asked.other, kind: 'e2e', answers: [['nobody says so']] },
  ]
  const data = JSON.stringify({ name: 'n', questions })
  await page.request.post('/api/v1/golden-questions/import', { data, headers: { 'Content-Type': 'text/plain' } })
  await page.goto('/admin/quality')
  await page.locator('button.button-primary:not(dialog *)').click()
  await expect(page.locator('article[data-status="succeeded"] a[href*="/quality/runs/"]')).toBeVisible({
    timeout: 60_000,
  })
  await page.goto('/admin/quality')
  await expectAccessible(page)
  await page.locator('tr[data-run] a').first().click()
  const wrong = page.locator('li[data-outcome="e2e-wrong"]')
  await wrong.locator('summary').click()
  await expect(wrong).toContainText('nobody says so')
  await expect(wrong.locator('blockquote').first()).toContainText('MegaMolBART')
  await expect(page.locator('li[data-outcome="e2e-right"]')).toHaveCount(0)
  await expectAccessible(page)
  for (const { id } of questions) await page.request.delete(`/api/v1/golden-questions/${id}`)
})

test('shows what readers asked in vain, says what is missing, and asks again', async ({ page, language }) => {
  const { name, question } = inVain[language]
  await signIn(page)
  await page.request.post('/api/v1/ask', { data: { question } })
  await page.goto('/admin/gaps')
  const gap = page.locator('li[data-gap]', { hasText: name }).filter({ visible: true })
  await expect(gap).toBeVisible()
  await expectAccessible(page)
  await gap.locator('h2 a').click()
  await expect(page.locator('[data-missing]')).toContainText(name)
  await page.locator('button.button-primary:not(dialog *)').click()
  await expect(page.locator('[data-trial="false"]')).toContainText(name)
  await expectAccessible(page)
})
