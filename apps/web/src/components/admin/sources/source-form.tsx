'use client'

import type { Role } from '@shutten/core'
import type { SourceView } from '@shutten/ingestion/sources'
import { useTranslations } from 'next-intl'
import { useActionState, useRef, useState } from 'react'
import type { SourceFormState } from '@/app/admin/sources/actions'
import { readSourceFields, type SourceFields } from '@/server/sources/read-source-form'
import { toSourceFields } from '@/server/sources/to-source-fields'
import { ErrorNotice } from '../error-notice'
import { NextRuns } from './next-runs'
import { LinesField, SelectField, TextField } from './source-fields'
import { SourceTest } from './source-test'
import { TheirChanges } from './their-changes'

const publicKinds = ['sitemap', 'feed', 'url'] as const
const allKinds = ['folder', ...publicKinds] as const

/**
 * All that a source is; without `source` for a new one. The form works before, and without, any script. What it shows is what
 * it was opened with: a page that is rendered anew meanwhile takes nothing away that was typed.
 */
export function SourceForm(options: {
  action: (state: SourceFormState, form: FormData) => Promise<SourceFormState>
  source: SourceView | null
  role: Role
}) {
  const { role } = options
  const t = useTranslations('admin.source')
  const [source] = useState(options.source)
  const [state, submit, pending] = useActionState(options.action, { error: null, fields: null })
  const kinds = role === 'admin' ? allKinds : publicKinds
  const values = state.fields ?? toSourceFields(source, kinds[0])
  const form = useRef<HTMLFormElement>(null)
  const [typed, setTyped] = useState(values)
  const [changes, setChanges] = useState(0)
  const to = (name: keyof SourceFields) => ({ name, defaultValue: values[name] })
  const note = () => {
    if (form.current) setTyped(readSourceFields(new FormData(form.current)))
    setChanges((before) => before + 1)
  }
  return (
    // What was sent comes back with the answer; React would empty the fields otherwise.
    <form
      ref={form}
      action={submit}
      key={JSON.stringify(values)}
      onInput={note}
      className="mt-4 grid grid-cols-1 gap-5"
    >
      {source ? <input type="hidden" name="id" value={source.id} /> : null}
      {source ? <input type="hidden" name="updatedAt" value={state.theirs?.updatedAt ?? source.updatedAt} /> : null}
      {source ? null : <SelectField {...to('kind')} label={t('kind')} choices={kinds.map((kind) => [kind, t(kind)])} />}
      <TextField
        {...to('location')}
        label={t('location')}
        hint={t(role === 'admin' ? 'locationHint' : 'locationHintPublic')}
        required
        maxLength={2000}
        mono
      />
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
        <NextRuns fields={typed} kind={source?.kind ?? typed.kind} />
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
          {role === 'admin' ? (
            <LinesField {...to('allowedHosts')} label={t('allowedHosts')} hint={t('allowedHostsHint')} />
          ) : null}
          <LinesField {...to('followedHosts')} label={t('followedHosts')} hint={t('followedHostsHint')} />
        </div>
      </details>
      <SourceTest
        id={source?.id ?? null}
        isFolder={(source?.kind ?? typed.kind) === 'folder'}
        changes={changes}
        readFields={() => (form.current ? readSourceFields(new FormData(form.current)) : values)}
      />
      {state.error ? (
        <div>
          <ErrorNotice error={state.error} />
          {state.theirs ? (
            <TheirChanges theirs={state.theirs.fields} yours={values} />
          ) : (
            <p lang="en" className="mt-2 text-note text-ink-3">
              {state.error.message}
            </p>
          )}
        </div>
      ) : null}
      <button type="submit" aria-disabled={pending} className="button button-primary justify-self-start">
        {pending ? t('saving') : source ? t(state.theirs ? 'saveOver' : 'save') : t('addConfirm')}
      </button>
    </form>
  )
}

const hasMore = ({ include, exclude, language, tags, allowedHosts, followedHosts }: SourceFields) =>
  [include, exclude, tags, allowedHosts, followedHosts].some(Boolean) || language !== 'auto'
