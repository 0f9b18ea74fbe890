'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import type { GoldenFormState } from '@/app/admin/quality/questions/actions'
import type { GoldenFields } from '@/server/quality/golden-form'
import { ErrorNotice } from '../error-notice'
import { LinesField, SelectField, TextField } from '../sources/source-fields'

/** All that a golden question is. The form works before, and without, any script. */
export function GoldenForm(options: {
  action: (state: GoldenFormState, form: FormData) => Promise<GoldenFormState>
  /** Of the one that is changed, as it was looked at; null for a new one. */
  known: { id: string; seen: string } | null
  fields: GoldenFields
}) {
  const { known } = options
  const t = useTranslations('admin.quality')
  const [state, submit, pending] = useActionState(options.action, { error: null, fields: null })
  const values = state.fields ?? options.fields
  const to = (name: keyof GoldenFields) => ({ name, defaultValue: values[name] })
  return (
    <form action={submit} key={JSON.stringify(values)} className="mt-4 grid max-w-measure grid-cols-1 gap-5">
      {known ? (
        <>
          <input type="hidden" name="id" value={known.id} />
          <input type="hidden" name="seen" value={known.seen} />
        </>
      ) : null}
      <TextField {...to('question')} label={t('question')} required maxLength={2000} />
      <fieldset className="grid gap-1">
        <legend className="mb-1 text-small">{t('expects')}</legend>
        {(['answer', 'refusal', 'nothing'] as const).map((one) => (
          <label key={one} className="flex min-h-11 items-center gap-3 text-small">
            <input
              type="radio"
              name="expects"
              value={one}
              defaultChecked={(values.expects || 'answer') === one}
              className="size-5"
            />
            {t(`expectation.${one}`)}
          </label>
        ))}
      </fieldset>
      <LinesField {...to('answers')} label={t('answers')} hint={t('answersHint')} />
      <LinesField {...to('relevant')} label={t('relevant')} hint={t('relevantHint')} />
      <LinesField {...to('evidence')} label={t('evidence')} hint={t('evidenceHint')} />
      <div className="grid grid-cols-1 gap-5 sm:grid-cols-2">
        <TextField {...to('kind')} label={t('kind')} hint={t('kindHint')} maxLength={100} />
        <SelectField
          {...to('language')}
          label={t('language')}
          choices={[
            ['', t('anyLanguage')],
            ['ja', t('ja')],
            ['en', t('en')],
          ]}
        />
      </div>
      <label className="flex min-h-11 items-center gap-3 text-small">
        <input type="checkbox" name="isEnabled" defaultChecked={values.isEnabled !== ''} className="size-5" />
        {t('isEnabled')}
      </label>
      {state.error ? (
        <div>
          <ErrorNotice error={state.error} />
          <p lang="en" className="mt-2 text-note text-ink-3">
            {state.error.message}
          </p>
        </div>
      ) : null}
      <p className="flex flex-wrap gap-3">
        <button type="submit" aria-disabled={pending} className="button button-primary">
          {pending ? t('saving') : t('save')}
        </button>
        <Link href="/admin/quality/questions" prefetch={false} className="button">
          {t('cancel')}
        </Link>
      </p>
    </form>
  )
}
