'use server'

import { cookies } from 'next/headers'
import { parseTheme, themeCookie } from '@/components/shell/theme'
import { languageCookie, resolveLanguage } from '@/i18n/resolve-language'
import { authorizeAction } from '@/server/auth/authorize-action'

const lasting = { path: '/', sameSite: 'lax', maxAge: 60 * 60 * 24 * 400 } as const

export async function saveTheme(form: FormData): Promise<void> {
  await authorizeAction('saveTheme')
  const theme = parseTheme(String(form.get('theme')))
  ;(await cookies()).set(themeCookie, theme, lasting)
}

export async function saveLanguage(form: FormData): Promise<void> {
  await authorizeAction('saveLanguage')
  const language = resolveLanguage({ chosen: String(form.get('language')) })
  ;(await cookies()).set(languageCookie, language, lasting)
}
