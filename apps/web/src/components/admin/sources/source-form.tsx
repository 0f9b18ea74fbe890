'use client'

import type { SourceView } from '@shutten/ingestion/sources'
import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import type { SourceFormState } from '@/app/admin/sources/actions'
import type { SourceFields } from '@/server/sources/read-source-form'
import { ErrorNotice } from '../error-notice'
import { LinesField, SelectField, TextField } from './source-fields'

const kinds = ['folder', 'sitemap', 'feed', 'url'] as const

/** All that a source is; without `source` for a new one. The form works before, and without, any script. */
export function SourceForm(options: {
  action: (state: SourceFormState, form: FormData) => Promise<SourceFormState>
  source: SourceView | null
}) {
  const { source } = options
  const t = useTranslations('admin.source')
  const [state, submit, pending] = useActionState(options.action, { error: null, fields: null })
  const values = state.fields ?? toFields(source)
  const to = (name: keyof SourceFields) => ({ name, defaultValue: values[name] })
  return (
    // What was sent comes back with the answer; React would empty the fields otherwise.
    <form action={submit} key={JSON.stringify(values)} className="mt-4 grid grid-cols-1 gap-5">
      {source ? <input type="hidden" name="id" value={source.id} /> : null}
      {source ? null : <SelectField {...to('kind')} label={t('kind')} choices={kinds.map((kind) => [kind, t(kind)])} />}
      <TextField {...to('location')} label={t('location')} hint={t('locationHint')} required maxLength={2000} mono />
      <TextField {...to('name')} label={t('name')} hint={source ? null : t('nameHint')} maxLength={100} />
      <fieldset className="grid min-w-0 grid-cols-1 gap-3">
        <legend className="mb-1 text-small">{t('when')}</legend>
        <SelectField
          {...to('when')}
          label={t('when')}
          hint={source ? null : t('whenHint')}
          hidesLabel
          choices={[
            ...(source ? [] : [['default', t('whenDefault')] as const]),
            ['cron', t('whenCron')],
            ['manual', t('manual')],
          ]}
        />
        <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
          <TextField {...to('cron')} label={t('cron')} hint={t('cronHint')} maxLength={200} mono />
          <TextField {...to('timeZone')} label={t('timeZone')} hint={t('timeZoneHint')} maxLength={100} mono />
        </div>
      </fieldset>
      <details open={hasMore(values)} className="grid gap-5">
        <summary className="min-h-11 cursor-pointer content-center text-small underline underline-offset-4">
          {t('more')}
        </summary>
        <div className="mt-2 grid grid-cols-1 gap-5">
          <LinesField {...to('include')} label={t('include')} hint={t('patternHint')} />
          <LinesField {...to('exclude')} label={t('exclude')} />
          <SelectField
            {...to('language')}
            label={t('language')}
            choices={[
              ['auto', t('languageAuto')],
              ['ja', t('ja')],
              ['en', t('en')],
            ]}
          />
          <TextField {...to('tags')} label={t('tags')} hint={t('tagsHint')} maxLength={5000} />
          <LinesField {...to('allowedHosts')} label={t('allowedHosts')} hint={t('allowedHostsHint')} />
          <LinesField {...to('followedHosts')} label={t('followedHosts')} hint={t('followedHostsHint')} />
        </div>
      </details>
      {state.error ? (
        <div>
          <ErrorNotice error={state.error} />
          <p lang="en" className="mt-2 text-note text-ink-3">
            {state.error.message}
          </p>
        </div>
      ) : null}
      <button type="submit" aria-disabled={pending} className="button button-primary justify-self-start">
        {pending ? t('saving') : source ? t('save') : t('addConfirm')}
      </button>
    </form>
  )
}

function toFields(source: SourceView | null): SourceFields {
  return {
    name: source?.name ?? '',
    kind: source?.kind ?? 'folder',
    location: source?.location ?? '',
    when: source ? (source.schedule ? 'cron' : 'manual') : 'default',
    cron: source?.schedule?.cron ?? '',
    timeZone: source?.schedule?.timeZone ?? '',
    include: source?.include.join('\n') ?? '',
    exclude: source?.exclude.join('\n') ?? '',
    language: source?.language ?? 'auto',
    tags: source?.tags.join('、') ?? '',
    allowedHosts: source?.allowedHosts.join('\n') ?? '',
    followedHosts: source?.followedHosts.join('\n') ?? '',
  }
}

const hasMore = ({ include, exclude, language, tags, allowedHosts, followedHosts }: SourceFields) =>
  [include, exclude, tags, allowedHosts, followedHosts].some(Boolean) || language !== 'auto'
