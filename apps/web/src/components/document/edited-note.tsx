import type { ShownEdit } from '@shutten/core'
import { useFormatter, useTranslations } from 'next-intl'

/** Says that an editor has written what is read, when, and what the source says. */
export function EditedNote({ edit, language }: { edit: ShownEdit; language: string }) {
  const t = useTranslations('source')
  const format = useFormatter()
  return (
    <details className="edited-note">
      <summary>{t('edited', { date: format.dateTime(new Date(edit.at), { dateStyle: 'medium' }) })}</summary>
      <p>{t('original')}</p>
      <blockquote lang={language} className="whitespace-pre-wrap">
        {edit.original}
      </blockquote>
    </details>
  )
}
