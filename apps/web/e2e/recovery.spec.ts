import { expect, test } from '@playwright/test'
import { ask } from './ask'

const question = '基盤モデルとは何ですか？'
const second = 'BERTとGPT-3のパラメータ数の違いは？'

test('an answer whose stream broke off is fetched', { tag: '@phone' }, async ({ page }) => {
  await page.goto('/')
  // The server makes the answer; nothing of it comes through.
  await page.route('/api/chat', async (route) => {
    await route.fetch()
    await route.abort()
  })
  const box = page.getByRole('textbox', { name: '質問' })
  await box.fill(question)
  await box.press('Enter')
  await expect(page.getByRole('article').getByRole('button', { name: '出典つきでコピー' })).toBeVisible()
  await expect(page.getByRole('alert').filter({ hasText: '答えられませんでした' })).toHaveCount(0)
  await expect(page).toHaveURL(/\/c\//)
  await page.unroute('/api/chat')
  await page.reload()
  await expect(page.getByRole('article')).toHaveCount(1)
})

test('a question that the server never got is asked again once it can be reached', async ({ page, context }) => {
  await page.goto('/')
  await ask(page, question)
  await context.setOffline(true)
  const box = page.getByRole('textbox', { name: '質問' })
  await box.fill(second)
  await box.press('Enter')
  await expect(page.getByText('接続が切れました。つながり次第、答えを取り寄せます。')).toBeVisible()
  await context.setOffline(false)
  await expect(page.getByRole('article').last().getByRole('button', { name: '出典つきでコピー' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('article')).toHaveCount(2)
})

test('two tabs of one conversation show the same, and none replaces what it has not shown', async ({
  page,
  context,
}) => {
  await page.goto('/')
  await ask(page, question)
  await expect(page).toHaveURL(/\/c\//)
  const other = await context.newPage()
  await other.goto(page.url())
  await ask(other, second)
  await expect(page.getByRole('article')).toHaveCount(2)

  const id = page.url().split('/').at(-1) ?? ''
  const { turns } = await (await page.request.get(`/api/conversations/${id}`)).json()
  const response = await page.request.post('/api/chat', {
    data: {
      conversationId: id,
      replaces: { turnId: turns[0].id, lastTurnId: turns[0].id },
      messages: [{ role: 'user', parts: [{ type: 'text', text: '何？基盤' }] }],
    },
  })
  expect(await response.text()).toContain('CONVERSATION_CHANGED')
  await page.reload()
  await expect(page.getByRole('article')).toHaveCount(2)
})

test('a session that is gone begins a new conversation and says so', async ({ page, context }) => {
  await page.goto('/')
  await ask(page, question)
  const before = page.url()
  await context.clearCookies({ name: 'shutten_session' })
  await ask(page, second)
  await expect(page.getByText('前の会話が見つからなかったため')).toBeVisible()
  expect(page.url()).not.toBe(before)
})
