import { expect, type Page, test } from '@playwright/test'
import { ask } from './ask'
import { expectAccessible } from './expect-accessible'

const question = '基盤モデルとは何ですか？'
const second = 'BERTとGPT-3のパラメータ数の違いは？'

/** One with a kept turn, at its own address. */
async function begin(page: Page, asked = question) {
  await page.goto('/')
  const entry = await ask(page, asked)
  await expect(page).toHaveURL(/\/c\/[^/]+$/)
  return entry
}

test('the history is searched, renamed, pinned and cleared, without a script too', { tag: '@phone' }, async ({
  page,
  browser,
}) => {
  await begin(page, 'すみません、基盤モデルについて教えてください。')
  await begin(page, second)
  await page.goto('/history')
  const titles = page.locator('.history-title')
  await expect(titles).toHaveText([second, '基盤モデル'])
  await expectAccessible(page)

  const plain = await browser.newContext({
    javaScriptEnabled: false,
    locale: 'ja-JP',
    storageState: await page.context().storageState(),
  })
  const still = await plain.newPage()
  await still.goto(new URL('/history', page.url()).href)
  await still.getByRole('button', { name: '「基盤モデル」を固定する' }).click()
  await expect(still.locator('.history-title')).toHaveText(['基盤モデル', second])
  await plain.close()

  await page.reload()
  await page.getByRole('button', { name: '「基盤モデル」の題を変える' }).click()
  await page.getByRole('textbox', { name: '新しい題' }).fill('ＦＭの話')
  await page.getByRole('button', { name: '保存' }).click()
  await expect(titles).toHaveText(['ＦＭの話', second])
  await page.getByRole('searchbox').fill('fm')
  await page.getByRole('button', { name: '探す' }).click()
  await expect(titles).toHaveText(['ＦＭの話'])
  await page.getByRole('link', { name: 'すべて表示' }).click()

  await page.getByRole('button', { name: `「${second}」を消す` }).click()
  await page.getByRole('dialog').getByRole('button', { name: '消す' }).click()
  await expect(titles).toHaveText(['ＦＭの話'])
  await page.getByRole('button', { name: '履歴をすべて消す' }).click()
  await page.getByRole('button', { name: 'すべて消す', exact: true }).click()
  await expect(page.getByText('まだ会話はありません。')).toBeVisible()
})

test('a question is narrowed to a tag, says so, and keeps it for the next', { tag: '@phone' }, async ({ page }) => {
  await page.goto('/')
  const scope = page.getByRole('combobox', { name: '対象' })
  const [tag = ''] = await scope.locator('optgroup[label="タグ"] option').allTextContents()
  await scope.selectOption({ label: tag })
  const name = tag.replace(/（\d+件）$/, '')
  const entry = await ask(page, question)
  await expect(entry.getByText(`対象：タグ「${name}」`)).toBeVisible()
  await expect(page).toHaveURL(/\/c\//)
  await page.reload()
  await expect(page.getByText(`対象：タグ「${name}」`)).toBeVisible()
  await expect(scope).toHaveValue(`tag:${name}`)
})

test('a document can be asked about, and what it does not hold is said to be sought in it alone', async ({ page }) => {
  await page.goto('/documents')
  await page.locator('.document-entry').first().click()
  const title = await page.getByRole('heading', { level: 1 }).textContent()
  await page.getByRole('link', { name: 'この資料について質問する' }).click()
  const scope = page.getByRole('combobox', { name: '対象' })
  await expect(scope.locator('option:checked')).toHaveText(`資料「${title}」`)
  const entry = await ask(page, '明日の東京の天気はどうなりますか？')
  await expect(entry.getByText(`対象：資料「${title}」`)).toBeVisible()
  await expect(entry.getByText('対象を一部の資料に絞っています')).toBeVisible()
})

test('an earlier question is asked otherwise, and what came after it goes', { tag: '@phone' }, async ({ page }) => {
  const entry = await begin(page)
  await ask(page, second)
  await entry.hover()
  await entry.getByRole('button', { name: `質問を直す：${question}` }).click()
  const box = entry.getByRole('textbox', { name: '質問', exact: true })
  await expect(box).toBeFocused()
  await expect(entry.getByText('このあとの1問の質問と答えは消えます。')).toBeVisible()
  await box.fill('MegaMolBARTとは何ですか？')
  await entry.getByRole('button', { name: 'このあとの1問を消して聞き直す' }).click()
  await expect(page.getByRole('article')).toHaveCount(1)
  await expect(page.getByRole('button', { name: '出典つきでコピー' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('article').getByRole('heading', { level: 2 })).toHaveText(['MegaMolBARTとは何ですか？'])
})

test('an answer made again takes the place of the one before', async ({ page }) => {
  const entry = await begin(page)
  await entry.getByRole('button', { name: '答え直す' }).click()
  await expect(entry.getByRole('button', { name: '出典つきでコピー' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('article')).toHaveCount(1)
})

test('a verdict on an answer and on a citation is kept, changed, and seen by the admin', { tag: '@phone' }, async ({
  page,
}) => {
  const entry = await begin(page)
  await entry.getByRole('button', { name: '問題がある' }).click()
  const form = page.getByRole('form', { name: 'この答えについての評価' })
  await form.getByRole('radio', { name: '足りないところがある' }).check()
  await form.getByRole('textbox').fill('例がない')
  await expectAccessible(page)
  await form.getByRole('button', { name: '送る' }).click()
  await expect(form).toBeHidden()
  await expect(entry.getByRole('button', { name: '問題がある' })).toHaveAttribute('aria-pressed', 'true')
  await entry.getByRole('button', { name: '出典 1 についての評価' }).click()
  const ofCitation = page.getByRole('form', { name: '出典 1 についての評価' })
  await ofCitation.getByRole('radio', { name: '出典に書かれていない' }).check()
  await ofCitation.getByRole('button', { name: '送る' }).click()
  await expect(ofCitation).toBeHidden()
  // A click before the scripts have come would be lost.
  await page.reload({ waitUntil: 'networkidle' })
  await expect(entry.getByRole('button', { name: '出典 1 についての評価（記録済み）' })).toBeVisible()
  await entry.getByRole('button', { name: '役に立った' }).click()
  await expect(entry.getByRole('button', { name: '役に立った' })).toHaveAttribute('aria-pressed', 'true')
  await expect(entry.getByRole('button', { name: '問題がある' })).toHaveAttribute('aria-pressed', 'false')

  await page.goto('/admin/feedback')
  await page.locator('input[type=password]').fill(process.env.SHUTTEN_E2E_ADMIN_PASSWORD ?? '')
  await page.locator('form:has(input[type=password]) button[type=submit]').click()
  await expect(page.getByRole('heading', { name: '読者の評価' })).toBeVisible()
  await page.getByRole('link', { name: '出典に書かれていない', exact: true }).click()
  await expect(page.getByRole('heading', { name: question }).first()).toBeVisible()
  await expectAccessible(page)
  const exported = await page.request.get('/api/v1/feedback?format=csv&reason=not-supported')
  expect(await exported.text()).toContain('not-supported')
  await page
    .getByRole('link', { name: /その時の質問と答えを見る/ })
    .first()
    .click()
  await expect(page.getByRole('article').getByRole('heading', { name: question })).toBeVisible()
})

test('feedback is the admin’s to read', async ({ request }) => {
  expect((await request.get('/api/v1/feedback')).status()).toBe(401)
})

test('a conversation is shared by a link that shows it as it was, and is taken back', { tag: '@phone' }, async ({
  page,
  browser,
}) => {
  await begin(page)
  await page.getByRole('button', { name: 'リンクで共有' }).click()
  const dialog = page.getByRole('dialog', { name: 'リンクで共有' })
  await dialog.getByRole('button', { name: 'リンクを作る' }).click()
  const address = await dialog.getByRole('textbox', { name: 'リンク' }).inputValue()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: '閉じる' }).click()
  await ask(page, second)

  const other = await browser.newContext({ locale: 'en-GB' })
  const visit = await other.newPage()
  await visit.goto(address)
  await expect(visit.getByRole('article')).toHaveCount(1)
  await expect(visit.locator('meta[name=robots]')).toHaveAttribute('content', /noindex/)
  await visit.locator('.citation-marker').first().click()
  await expect(visit.locator('mark').first()).toBeVisible()
  await expect(visit.getByRole('button', { name: 'Answer again' })).toHaveCount(0)

  await page.getByRole('button', { name: 'リンクで共有' }).click()
  await dialog.getByRole('button', { name: 'いまの内容に更新' }).click()
  await expect(dialog.getByText('2問')).toBeVisible()
  await visit.reload()
  await expect(visit.getByRole('article')).toHaveCount(2)
  await dialog.getByRole('button', { name: 'リンクを無効にする' }).click()
  await expect(dialog.getByText('リンクを無効にしました。')).toBeVisible()
  expect((await visit.goto(address))?.status()).toBe(404)
  await other.close()
})

test('a conversation is saved as Markdown with footnotes', async ({ page }) => {
  await begin(page)
  const link = page.getByRole('link', { name: 'Markdownで保存' })
  const response = await page.request.get((await link.getAttribute('href')) ?? '')
  expect(response.headers()['content-disposition']).toContain('.md')
  const markdown = await response.text()
  expect(markdown).toContain(`## ${question}`)
  expect(markdown).toMatch(/\[\^1\]/)
  expect(markdown).toMatch(/^\[\^1\]: \[.+\]\(http.+\)/m)
})

test('shortcuts work, never while typing, and can be switched off', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('?')
  const list = page.getByRole('dialog', { name: 'キーボードショートカット' })
  await expect(list).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await page.keyboard.press('/')
  const box = page.getByRole('textbox', { name: '質問' })
  await expect(box).toBeFocused()
  await page.keyboard.type('?n/h[]')
  await expect(box).toHaveValue('?n/h[]')
  await expect(list).toBeHidden()
  await box.fill('')
  const entry = await ask(page, second)
  await entry.getByRole('heading', { level: 2 }).click()
  await page.keyboard.press(']')
  const source = page.getByRole('complementary', { name: '出典の原文' })
  await expect(source.getByText(/^出典 1 \//)).toBeVisible()
  await page.keyboard.press(']')
  await expect(source.getByText(/^出典 2 \//)).toBeVisible()
  await page.keyboard.press('[')
  await expect(source.getByText(/^出典 1 \//)).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  await list.getByRole('checkbox').uncheck()
  await list.getByRole('button', { name: '閉じる' }).click()
  await page.keyboard.press('h')
  await page.keyboard.press('?')
  await expect(list).toBeHidden()
  expect(page.url()).not.toContain('/history')
})
