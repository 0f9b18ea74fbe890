import { expect, type Locator, type Page } from '@playwright/test'

/** Sends a question once the page can; gives the newest entry of it. */
export async function send(page: Page, question: string): Promise<Locator> {
  const box = page.getByRole('textbox', { name: /^(質問|Question)$/ })
  await box.fill(question)
  await expect(page.getByRole('button', { name: /^(質問を送る|Send question)$/ })).toHaveAttribute(
    'aria-disabled',
    'false',
  )
  await box.press('Enter')
  return page
    .getByRole('article')
    .filter({ has: page.getByRole('heading', { name: question }) })
    .last()
}

/** Asks and waits for the whole answer; gives the newest entry. */
export async function ask(page: Page, question: string): Promise<Locator> {
  const entry = await send(page, question)
  await expect(entry.getByRole('button', { name: /^(答え直す|Answer again)$/ })).toBeVisible()
  return entry
}
