import { cookies, headers } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import { readPagesLanguage } from '../server/settings/read-pages-language'
import en from './messages/en.json'
import ja from './messages/ja.json'
import { languageCookie, resolveLanguage } from './resolve-language'

const messages = { ja, en }

export default getRequestConfig(async () => {
  const [jar, head] = await Promise.all([cookies(), headers()])
  const locale = resolveLanguage({
    chosen: jar.get(languageCookie)?.value,
    acceptLanguage: head.get('accept-language'),
    pages: await readPagesLanguage(),
  })
  return { locale, messages: messages[locale], timeZone: 'Asia/Tokyo' }
})
