import { useTranslations } from 'next-intl'
import { type SourceFields, sourceFields } from '@/server/sources/read-source-form'

/** What somebody else has saved of a source while it was being edited here, where it differs. */
export function TheirChanges({ theirs, yours }: { theirs: SourceFields; yours: SourceFields }) {
  const t = useTranslations('admin.source')
  const different = sourceFields.filter((field) => field !== 'kind' && theirs[field] !== yours[field])
  return (
    <div data-theirs className="mt-3 text-small">
      <p>{t('theirs', { count: different.length })}</p>
      <dl className="admin-colophon mt-2">
        {different.map((field) => (
          <div key={field}>
            <dt>{t(field)}</dt>
            <dd className="min-w-0 break-all whitespace-pre-line">
              <ins className="block no-underline">{t('yourValue', { value: say(yours[field]) })}</ins>
              <span className="block text-ink-2">{t('theirValue', { value: say(theirs[field]) })}</span>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

const say = (value: string) => (value === '' ? '—' : value)
