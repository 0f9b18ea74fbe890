import { expect } from '@playwright/test'
import { ask, send } from './ask'
import { test } from './reader-test'

test('an answer whose stream broke off is fetched', { tag: ['@phone', '@once'] }, async ({ page, t, asked }) => {
  await page.goto('/')
  // The server makes the answer; nothing of it comes through.
  await page.route('/api/chat', async (route) => {
    await route.fetch()
    await route.abort()
  })
  const box = page.getByRole('textbox', { name: t('chat.composer') })
  await box.fill(asked.definition)
  await box.press('Enter')
  await expect(page.getByRole('article').getByRole('button', { name: t('chat.copy') })).toBeVisible()
  await expect(page.getByRole('alert').filter({ hasText: t('errors.title') })).toHaveCount(0)
  await expect(page).toHaveURL(/\/c\//)
  await page.unroute('/api/chat')
  await page.reload()
  await expect(page.getByRole('article')).toHaveCount(1)
})

test('a question that the server never got is asked again once it can be reached', {
  tag: ['@phone', '@once'],
}, async ({ page, context, t, asked }) => {
  await page.goto('/')
  await ask(page, asked.definition)
  await context.setOffline(true)
  const box = page.getByRole('textbox', { name: t('chat.composer') })
  await box.fill(asked.comparison)
  await box.press('Enter')
  await expect(page.getByText(t('chat.recovering'))).toBeVisible()
  await context.setOffline(false)
  await expect(
    page
      .getByRole('article')
      .last()
      .getByRole('button', { name: t('chat.copy') }),
  ).toBeVisible()
  await page.reload()
  await expect(page.getByRole('article')).toHaveCount(2)
})

test('a question that never gets through is told with what to do, and tried again', async ({ page, t, asked }) => {
  await page.goto('/')
  await page.route('/api/chat', (route) => route.abort())
  const box = page.getByRole('textbox', { name: t('chat.composer') })
  await box.fill(asked.definition)
  await box.press('Enter')
  const alert = page.getByRole('alert').filter({ hasText: t('errors.title') })
  await expect(alert).toContainText(t('errors.network.suggestion'))
  await page.unroute('/api/chat')
  await alert.getByRole('button', { name: t('chat.retry') }).click()
  await expect(page.getByRole('button', { name: t('chat.copy') })).toBeVisible()
})

test('an answer is shown although its page was loaded anew before it came', { tag: ['@phone', '@once'] }, async ({
  page,
  t,
  asked,
}) => {
  await page.goto('/')
  let arrived = () => {}
  const reached = new Promise<void>((resolve) => {
    arrived = resolve
  })
  // The server makes the answer; the page that asked does not live to see it.
  await page.route(
    '/api/chat',
    async (route) => {
      void route.fetch().catch(() => undefined)
      arrived()
    },
    { times: 1 },
  )
  await send(page, asked.definition)
  await reached
  await page.reload()
  const entry = page.getByRole('article').filter({ has: page.getByRole('heading', { name: asked.definition }) })
  await expect(entry.getByRole('button', { name: t('chat.copy') })).toBeVisible()
  await expect(page).toHaveURL(/\/c\//)
  await expect(page.getByRole('article')).toHaveCount(1)
  await page.getByRole('link', { name: t('chat.tools.new') }).click()
  await expect(page.getByRole('article')).toHaveCount(0)
})

test('a slow connection is told, and the answer is shown when it comes', { tag: ['@phone', '@once'] }, async ({
  page,
  t,
  asked,
}) => {
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.clock.install()
  await page.goto('/')
  await page.route('/api/chat', async (route) => {
    await held
    await route.continue()
  })
  const entry = await send(page, asked.definition)
  await expect(entry.getByText(t('chat.searching'), { exact: true })).toBeVisible()
  await page.clock.fastForward(8_000)
  await expect(entry.getByText(t('chat.late', { stage: t('chat.searching') }))).toBeVisible()
  release()
  await expect(entry.getByRole('button', { name: t('chat.copy') })).toBeVisible()
})

test('two tabs of one conversation show the same, and none replaces what it has not shown', async ({
  page,
  context,
  asked,
}) => {
  await page.goto('/')
  await ask(page, asked.definition)
  await expect(page).toHaveURL(/\/c\//)
  const other = await context.newPage()
  await other.goto(page.url())
  await ask(other, asked.comparison)
  await expect(page.getByRole('article')).toHaveCount(2)

  const id = page.url().split('/').at(-1) ?? ''
  const { turns } = await (await page.request.get(`/api/conversations/${id}`)).json()
  const response = await page.request.post('/api/chat', {
    data: {
      conversationId: id,
      replaces: { turnId: turns[0].id, lastTurnId: turns[0].id },
      messages: [{ role: 'user', parts: [{ type: 'text', text: asked.other }] }],
    },
  })
  expect(await response.text()).toContain('CONVERSATION_CHANGED')
  await page.reload()
  await expect(page.getByRole('article')).toHaveCount(2)
})

test('a session that is gone begins a new conversation and says so', { tag: ['@phone', '@once'] }, async ({
  page,
  context,
  t,
  asked,
}) => {
  await page.goto('/')
  await ask(page, asked.definition)
  const before = page.url()
  await context.clearCookies({ name: 'shutten_session' })
  await ask(page, asked.comparison)
  await expect(page.getByText(t('chat.restarted'))).toBeVisible()
  expect(page.url()).not.toBe(before)
})
