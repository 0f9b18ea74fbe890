import type { LanguageSettings } from '@shutten/core'
import { cache } from 'react'
import { getServer } from '../get-server'

/** The language that is set for the pages. Where it cannot be read the browser decides: the page itself tells what is wrong. */
export const readPagesLanguage = cache(async (): Promise<LanguageSettings['pages']> => {
  try {
    const { administration } = await getServer()
    return (await administration.stored.read('languages')).values.pages
  } catch {
    return 'browser'
  }
})
