import { matchRobotsPath } from './match-robots-path.js'
import { normalizeRobotsPath } from './normalize-robots-path.js'

export interface RobotsRules {
  /** `path` with its query, as it stands in the address. */
  isAllowed(path: string): boolean
  /** As `Crawl-delay` asks, in milliseconds; null where it does not. */
  crawlDelayMs: number | null
}

export const everythingAllowed: RobotsRules = { isAllowed: () => true, crawlDelayMs: null }

interface Group {
  rules: { path: string; isAllowed: boolean }[]
  crawlDelayMs: number | null
}

/**
 * What a robots.txt lets a crawler fetch (RFC 9309). All groups that name the crawler's product token count as one; those of
 * `*` where none does. The longest rule that holds decides, and of equal ones the one that allows.
 */
export function parseRobots(options: { text: string; productToken: string }): RobotsRules {
  const own: Group = { rules: [], crawlDelayMs: null }
  const others: Group = { rules: [], crawlDelayMs: null }
  const token = options.productToken.toLowerCase()
  let isNamed = false
  let groups: Group[] = []
  let isInRules = true
  for (const { key, value } of readLines(options.text)) {
    if (key === 'user-agent') {
      if (isInRules) groups = []
      isInRules = false
      const name = value === '*' ? '*' : /^[a-z_-]*/i.exec(value)?.[0].toLowerCase()
      if (name === token) isNamed = true
      if (name === token && !groups.includes(own)) groups.push(own)
      if (name === '*' && !groups.includes(others)) groups.push(others)
    } else if (key === 'allow' || key === 'disallow') {
      isInRules = true
      if (!/^[/*]/.test(value)) continue
      const path = normalizeRobotsPath(value, { isRule: true })
      for (const group of groups) group.rules.push({ path, isAllowed: key === 'allow' })
    } else if (key === 'crawl-delay' && /^\d+(?:\.\d+)?$/.test(value)) {
      // No rule of the standard's: it must not end the group's head.
      for (const group of groups) group.crawlDelayMs ??= Number(value) * 1_000
    }
  }
  const { rules, crawlDelayMs } = isNamed ? own : others
  const byLength = rules.sort((a, b) => b.path.length - a.path.length || Number(b.isAllowed) - Number(a.isAllowed))
  return {
    crawlDelayMs,
    isAllowed(address) {
      const path = normalizeRobotsPath(address, { isRule: false })
      if (path === '/robots.txt') return true
      return byLength.find((rule) => matchRobotsPath({ rule: rule.path, path }))?.isAllowed ?? true
    },
  }
}

function* readLines(text: string): Generator<{ key: string; value: string }> {
  for (const line of text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/)) {
    const found = /^\s*([a-z-]+)\s*:\s*(.*)$/i.exec(line.replace(/#.*$/, ''))
    if (found) yield { key: (found[1] as string).toLowerCase(), value: (found[2] as string).trim() }
  }
}
