import { type APIResponse, expect } from '@playwright/test'
import { ask } from './ask'
import { countShifts } from './count-shifts'
import { findPlace } from './find-place'
import { findSource } from './find-source'
import { followJob } from './follow-job'
import { test } from './reader-test'
import { signInAsAdmin } from './sign-in-as-admin'
import { makeLongAnswer, streamAnswer } from './stream-answer'

test('an answer of 2,000 sentences arrives while the reader goes on typing, and nothing moves @long', {
  tag: '@phone',
}, async ({ page, t, asked }) => {
  test.slow()
  const like = await (await page.request.post('/api/v1/ask', { data: { question: asked.definition } })).json()
  const perParagraph = 12
  const answer = makeLongAnswer({ like, sentences: 2_000, perParagraph })
  await streamAnswer(page, { answer, perParagraph, perChunk: 8 })
  const findShifts = await countShifts(page)
  await page.goto('/')
  const box = page.getByRole('textbox', { name: t('chat.composer') })
  await box.fill(asked.definition)
  await box.press('Enter')
  const entry = page.getByRole('article')
  await expect(entry.locator('.sentence').nth(100)).toBeAttached()
  const place = await findPlace(entry)
  await box.fill(asked.other)
  await expect(box).toHaveValue(asked.other)
  await expect(entry.getByRole('button', { name: t('chat.copy') })).toBeVisible({ timeout: 120_000 })
  await expect(entry.locator('.sentence')).toHaveCount(2_000)
  await expect(box).toHaveValue(asked.other)
  expect(await findPlace(entry)).toEqual(place)
  // △ and ×, each with its word.
  await expect(entry.locator('.verdict', { hasText: t('answer.partial') })).toHaveCount(180)
  await expect(entry.locator('.verdict', { hasText: t('answer.unsupported') })).toHaveCount(20)
  expect((await findShifts()).reduce((sum, { value }) => sum + value, 0)).toBeLessThan(0.01)

  await entry.locator('.citation-marker').last().click()
  const source = findSource(page, t('source.pane'))
  await expect(source.getByText(t('source.position', { number: 500, total: 500 }))).toBeVisible()
  await expect(source.locator('mark').first()).toBeInViewport()
})

test('a conversation of 500 messages opens at its newest, and goes on @long', async ({ page, t, asked, language }) => {
  test.slow()
  const turns = 250
  const questions = [asked.definition, asked.other, asked.comparison]
  await page.goto('/')
  let conversationId: string | null = null
  for (let i = 0; i < turns; i++) {
    const response: APIResponse = await page.request.post('/api/chat', {
      data: {
        conversationId,
        turnId: `turn-${language}-${Date.now()}-${i}`,
        messages: [{ role: 'user', parts: [{ type: 'text', text: questions[i % questions.length] }] }],
      },
    })
    conversationId ??= /"conversationId":"([^"]+)"/.exec(await response.text())?.[1] ?? null
  }
  await page.goto('/history')
  await page.locator('.history-title').first().click()
  const entries = page.getByRole('article')
  await expect(entries).toHaveCount(turns)
  await expect(entries.last().getByRole('heading', { level: 2 }).first()).toBeInViewport()
  await page.getByRole('textbox', { name: t('chat.composer') }).focus()
  const entry = await ask(page, asked.polite.question)
  await expect(entries).toHaveCount(turns + 1)
  await expect(entry.getByRole('heading', { level: 2 }).first()).toBeInViewport()
  // What is far away is there for who scrolls, and for who searches the page.
  await entries.first().scrollIntoViewIfNeeded()
  await expect(entries.first().locator('.citation-marker').first()).toBeVisible()
})

test('a document of 1 MB opens at its end, and a citation of it says when it has been deleted @long', async ({
  page,
  playwright,
  baseURL,
  t,
  language,
}) => {
  test.skip(!process.env.SHUTTEN_E2E_ADMIN_PASSWORD, 'SHUTTEN_E2E_ADMIN_PASSWORD is not set')
  test.slow()
  const name = { ja: '水凪観測所', en: 'Minagi Observatory' }[language]
  const filler = {
    ja: '観測の記録は毎朝書き写され、棚に並べられた。風の向きと雲の形が短い言葉で添えられている。',
    en: 'The record was copied each morning and put on the shelf. Wind and clouds were added in a few words. ',
  }[language]
  const last = {
    ja: '水凪観測所の鐘は1923年に鋳造された。',
    en: 'The bell of the Minagi Observatory was cast in 1923.',
  }[language]
  const question = {
    ja: '水凪観測所の鐘はいつ鋳造されましたか？',
    en: 'When was the bell of the Minagi Observatory cast?',
  }[language]
  const paragraph = filler.repeat(6)
  const paragraphs = Array.from({ length: Math.ceil(1_048_576 / Buffer.byteLength(paragraph)) }, () => paragraph)
  const text = [name, ...paragraphs, last].join('\n\n')

  const admin = await signInAsAdmin({ playwright, baseURL: baseURL ?? '' })
  const follow = (jobId: string) => followJob({ admin, jobId })
  const file = { name: `${name}.txt`, mimeType: 'text/plain', buffer: Buffer.from(text) }
  const added = await admin.post('/api/v1/documents', { multipart: { file } })
  expect(await follow((await added.json()).jobId)).toMatchObject({ status: 'succeeded', result: { added: 1 } })

  await page.goto('/')
  const entry = await ask(page, question)
  const marker = entry.locator('.citation-marker').first()
  await marker.click()
  const source = findSource(page, t('source.pane'))
  const marked = source.locator('mark').first()
  await expect(marked).toHaveText(last)
  await expect(marked).toBeInViewport()
  const address = (await marker.getAttribute('href')) ?? ''
  await page.keyboard.press('Escape')
  const reading = await page.context().newPage()
  await reading.goto(address)
  await expect(reading.locator('mark#cite')).toBeInViewport()
  await reading.close()

  const { documents } = await (await admin.get(`/api/v1/documents?q=${encodeURIComponent(name)}`)).json()
  const removed = await admin.delete(`/api/v1/documents/${documents[0].id}`)
  expect(await follow((await removed.json()).jobId)).toMatchObject({
    status: 'succeeded',
    result: { proof: { passages: 0 } },
  })
  await admin.dispose()
  // The page that was open keeps what it quoted; the document itself is nowhere any more.
  await marker.click()
  await expect(source.getByText(t('source.gone'))).toBeVisible()
  await expect(source.getByText(last)).toBeVisible()
  await page.keyboard.press('Escape')
  expect((await page.request.get(address)).status()).toBe(404)
  await page.reload()
  await expect(page.locator('.entry')).toBeVisible()
  await expect(page.getByText(last)).toHaveCount(0)
})
