import { expect, type Page } from '@playwright/test'

/** Asks and waits for the whole answer; gives the newest entry. */
export async function ask(page: Page, question: string) {
  const box = page.getByRole('textbox', { name: /^(質問|Question)$/ })
  await box.fill(question)
  await expect(page.getByRole('button', { name: /^(質問を送る|Send question)$/ })).toHaveAttribute(
    'aria-disabled',
    'false',
  )
  await box.press('Enter')
  const entry = page
    .getByRole('article')
    .filter({ has: page.getByRole('heading', { name: question }) })
    .last()
  await expect(entry.getByRole('button', { name: /^(答え直す|Answer again)$/ })).toBeVisible()
  return entry
}
