import type { Language } from '@shutten/core'

export const languages = ['ja', 'en'] as const satisfies readonly Language[]
export const languageCookie = 'shutten_language'

/**
 * The reader's own choice (a cookie), else the one that is set for the pages, else the first language of Accept-Language that
 * there is, else Japanese.
 */
export function resolveLanguage(options: {
  chosen?: string | null
  acceptLanguage?: string | null
  pages?: Language | 'browser'
}): Language {
  const chosen = languages.find((language) => language === options.chosen)
  if (chosen) return chosen
  if (options.pages && options.pages !== 'browser') return options.pages
  const wanted = (options.acceptLanguage ?? '')
    .split(',')
    .map((entry) => {
      const [tag = '', ...parameters] = entry.trim().toLowerCase().split(';')
      const quality = parameters.map((parameter) => /^\s*q=([\d.]+)$/.exec(parameter)?.[1]).find(Boolean)
      return { tag, quality: quality === undefined ? 1 : Number(quality) }
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
  for (const { tag } of wanted) {
    const found = languages.find((language) => tag === language || tag.startsWith(`${language}-`))
    if (found) return found
  }
  return 'ja'
}
