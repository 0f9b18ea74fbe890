import { useTranslations } from 'next-intl'

interface ErrorText {
  code: string
  message: string
  suggestion?: string | undefined
}

/** Tells errors in the reader's language by their code; one without a translation keeps the server's words. */
export function useErrorText(): (error: ErrorText) => { message: string; suggestion: string } {
  const t = useTranslations('admin.errors')
  return ({ code, message, suggestion = '' }) => {
    const key = code as 'INTERNAL'
    if (!t.has(`${key}.message`)) return { message, suggestion }
    return { message: t(`${key}.message`), suggestion: t(`${key}.suggestion`) }
  }
}
