import type { GenerationSummary } from '@shutten/core'
import Form from 'next/form'
import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { type Playground, type PlaygroundSettings, playgroundHref, playgroundLimits } from './playground-settings'

/** The query and what it is tried with; all of it goes into the address. */
export function PlaygroundForm(options: { playground: Playground; generations: readonly GenerationSummary[] }) {
  const { playground, generations } = options
  const { query, a, b } = playground
  const t = useTranslations('admin.playground')
  return (
    <Form key={playgroundHref(playground)} action="/admin/playground" role="search">
      {b ? <input type="hidden" name="compare" value="1" /> : null}
      <div className="flex flex-wrap gap-2">
        <input
          type="search"
          name="q"
          defaultValue={query}
          maxLength={2_000}
          required
          aria-label={t('query')}
          placeholder={t('query')}
          className="admin-input min-w-0 flex-1"
        />
        <button type="submit" className="button button-primary">
          {t('try')}
        </button>
      </div>
      <details
        className="mt-4"
        open={b !== null || playgroundHref({ ...playground, query: '' }) !== '/admin/playground'}
      >
        <summary className="inline-flex min-h-11 items-center text-small underline underline-offset-4">
          {t('settings')}
        </summary>
        <div className={`mt-2 grid gap-6 ${b ? 'lg:grid-cols-2' : ''}`}>
          <Side settings={a} prefix="" name={b ? t('sideA') : null} generations={generations} />
          {b ? <Side settings={b} prefix="b-" name={t('sideB')} generations={generations} /> : null}
        </div>
      </details>
      <p className="mt-2 flex flex-wrap gap-x-4 text-small">
        {b ? (
          <Link
            href={playgroundHref({ query, a, b: null })}
            prefetch={false}
            className="inline-flex min-h-11 items-center underline underline-offset-4"
          >
            {t('alone')}
          </Link>
        ) : (
          <Link
            href={playgroundHref({ query, a, b: { ...a, rerank: !a.rerank } })}
            prefetch={false}
            className="inline-flex min-h-11 items-center underline underline-offset-4"
          >
            {t('compare')}
          </Link>
        )}
      </p>
    </Form>
  )
}

function Side(options: {
  settings: PlaygroundSettings
  prefix: string
  name: string | null
  generations: readonly GenerationSummary[]
}) {
  const { settings, prefix, name, generations } = options
  const t = useTranslations('admin.playground')
  const format = useFormatter()
  const number = (key: keyof typeof playgroundLimits) => (
    <label className="grid gap-1 text-small">
      {t(`field.${key}`)}
      <input
        type="number"
        name={prefix + key}
        inputMode="numeric"
        defaultValue={settings[key] ?? ''}
        {...playgroundLimits[key]}
        placeholder={key === 'threshold' ? t('asCalibrated') : undefined}
        className="admin-input w-full"
      />
    </label>
  )
  const text = (key: 'tag' | 'source') => (
    <label className="grid gap-1 text-small">
      {t(`field.${key}`)}
      <input name={prefix + key} defaultValue={settings[key]} maxLength={2_000} className="admin-input w-full" />
    </label>
  )
  const select = (key: 'mode' | 'rerank' | 'language' | 'generation', choices: [value: string, label: string][]) => (
    <label className="grid gap-1 text-small">
      {t(`field.${key}`)}
      <select
        name={prefix + key}
        defaultValue={key === 'rerank' ? (settings.rerank ? 'on' : 'off') : (settings[key] ?? '')}
        className="admin-input w-full"
      >
        {choices.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </label>
  )
  return (
    <fieldset className="min-w-0">
      <legend className={name ? 'mb-2 font-bold' : 'sr-only'}>{name ?? t('settings')}</legend>
      <div className="playground-fields">
        {select('mode', [
          ['hybrid', t('mode.hybrid')],
          ['dense', t('mode.dense')],
          ['lexical', t('mode.lexical')],
        ])}
        {number('weight')}
        {number('depth')}
        {select('rerank', [
          ['on', t('on')],
          ['off', t('off')],
        ])}
        {number('first')}
        {number('fused')}
        {number('k')}
        {number('threshold')}
        {select('language', [
          ['', t('any')],
          ['ja', t('ja')],
          ['en', t('en')],
        ])}
        {text('tag')}
        {text('source')}
        {select('generation', [
          ['', t('serving')],
          ...generations
            .filter(({ isServing, isWhole }) => !isServing && isWhole)
            .map(({ id, createdAt, servedAt }): [string, string] => [
              id,
              t('generationOf', {
                made: format.dateTime(new Date(createdAt ?? servedAt), { dateStyle: 'medium', timeStyle: 'short' }),
              }),
            ]),
        ])}
      </div>
    </fieldset>
  )
}
