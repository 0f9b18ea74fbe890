import type { Page } from '@playwright/test'

declare global {
  interface Window {
    layoutShifts?: { value: number; where: string[] }[]
  }
}

/**
 * From now on, on every page that is opened: what moved without the reader having done anything
 * (https://web.dev/articles/cls; what follows a key or a click within half a second is not counted).
 */
export async function countShifts(page: Page) {
  await page.addInitScript(() => {
    window.layoutShifts = []
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number
        hadRecentInput: boolean
        sources?: { node?: Node | null }[]
      })[])
        if (!entry.hadRecentInput)
          window.layoutShifts?.push({
            value: entry.value,
            where: (entry.sources ?? []).map(({ node }) =>
              node instanceof Element ? `${node.tagName}.${node.className}` : (node?.textContent ?? ''),
            ),
          })
    }).observe({ type: 'layout-shift', buffered: true })
  })
  return () => page.evaluate(() => window.layoutShifts ?? [])
}
