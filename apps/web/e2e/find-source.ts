import type { Page } from '@playwright/test'

/** The open source: beside the chat on a wide page, a sheet over it on a narrow one. */
export function findSource(page: Page, pane: string) {
  return page.getByRole('dialog').or(page.getByRole('complementary', { name: pane }))
}
