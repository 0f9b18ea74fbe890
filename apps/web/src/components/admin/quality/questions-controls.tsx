import Form from 'next/form'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { goldenStates, type QuestionsFilter, questionsHref } from './questions-filter'

/** What the list is narrowed to, by way of the address. */
export function QuestionsControls({ filter, kinds }: { filter: QuestionsFilter; kinds: readonly string[] }) {
  const t = useTranslations('admin.quality')
  const { state, kind, language, query } = filter
  return (
    <>
      <nav aria-label={t('filter')} className="-ms-2 flex flex-wrap">
        {[null, ...goldenStates].map((one) => (
          <Link
            key={one ?? 'all'}
            href={questionsHref({ ...filter, state: one, page: 1 })}
            prefetch={false}
            aria-current={one === state ? 'page' : undefined}
            className="admin-tab"
          >
            {t(`state.${one ?? 'all'}`)}
          </Link>
        ))}
      </nav>
      <Form
        key={questionsHref(filter)}
        action="/admin/quality/questions"
        role="search"
        className="mt-3 flex flex-wrap gap-2"
      >
        {state ? <input type="hidden" name="state" value={state} /> : null}
        <select name="kind" defaultValue={kind} aria-label={t('kind')} className="admin-input max-w-full">
          <option value="">{t('anyKind')}</option>
          {kinds.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </select>
        <select name="language" defaultValue={language ?? ''} aria-label={t('language')} className="admin-input">
          <option value="">{t('anyLanguage')}</option>
          <option value="ja">{t('ja')}</option>
          <option value="en">{t('en')}</option>
        </select>
        <input
          type="search"
          name="q"
          defaultValue={query}
          maxLength={500}
          aria-label={t('search')}
          placeholder={t('search')}
          className="admin-input min-w-0 flex-1 sm:max-w-96"
        />
        <button type="submit" className="button">
          {t('narrow')}
        </button>
        {kind || language || query ? (
          <Link
            href={questionsHref({ state, kind: '', language: null, query: '', page: 1 })}
            prefetch={false}
            className="quiet-button self-center"
          >
            {t('clear')}
          </Link>
        ) : null}
      </Form>
    </>
  )
}
