import { expect } from '@playwright/test'
import { ask } from './ask'
import { findSource } from './find-source'
import { followJob } from './follow-job'
import { makePdf } from './make-pdf'
import { test } from './reader-test'
import { signInAsAdmin } from './sign-in-as-admin'

test('a citation names the page and the row that it stands at @long', { tag: '@phone' }, async ({
  page,
  playwright,
  baseURL,
  t,
  language,
  isMobile,
}) => {
  test.skip(!process.env.SHUTTEN_E2E_ADMIN_PASSWORD, 'SHUTTEN_E2E_ADMIN_PASSWORD is not set')
  test.slow()
  const pdf = makePdf([
    ['Tamura Cannery', 'The cannery stands at the mouth of the Tamura river.'],
    ['Machines', 'The steam boiler of the Tamura Cannery was installed in 1931 by the Kisaragi works.'],
  ])
  const table = {
    ja: '灯台,点灯した年,高さ\n白浜灯台,1899年,21メートル\n玉藻灯台,1912年,27メートル\n',
    en: 'Lighthouse,First lit,Height\nShirahama Lighthouse,1899,21 metres\nTamamo Lighthouse,1912,27 metres\n',
  }[language]
  const files = [
    {
      file: { name: 'tamura-cannery.pdf', mimeType: 'application/pdf', buffer: pdf },
      question: 'When was the steam boiler of the Tamura Cannery installed?',
      place: t('place.page', { page: 2 }),
    },
    {
      file: { name: `lighthouses-${language}.csv`, mimeType: 'text/csv', buffer: Buffer.from(table) },
      question: { ja: '玉藻灯台が点灯した年はいつですか？', en: 'When was the Tamamo Lighthouse first lit?' }[language],
      place: t('place.row', { row: 3 }),
    },
  ]
  const admin = await signInAsAdmin({ playwright, baseURL: baseURL ?? '' })
  for (const { file } of files) {
    const added = await admin.post('/api/v1/documents', { multipart: { file } })
    expect(await followJob({ admin, jobId: (await added.json()).jobId })).toMatchObject({ status: 'succeeded' })
  }
  await page.goto('/')
  for (const { question, place } of files) {
    const entry = await ask(page, question)
    await expect(entry.locator('.footnote').first()).toContainText(place)
    const marker = entry.locator('.citation-marker').first()
    if (!isMobile) {
      await marker.hover()
      await expect(page.locator('.quote-preview')).toContainText(place)
    }
    await marker.click()
    await expect(findSource(page, t('source.pane')).locator('header')).toContainText(place)
    await page.keyboard.press('Escape')
  }
  await admin.dispose()
})
