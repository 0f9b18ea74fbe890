import type { Locator } from '@playwright/test'

/** Where the first sentence of an answer stands, below its question. */
export async function findPlace(entry: Locator) {
  const [heading, sentence] = await Promise.all(
    [entry.getByRole('heading', { level: 2 }).first(), entry.locator('.sentence').first()].map((part) =>
      part.evaluate((element) => element.getBoundingClientRect().toJSON()),
    ),
  )
  return { x: sentence.x, y: sentence.y - heading.y, width: sentence.width, height: sentence.height }
}
