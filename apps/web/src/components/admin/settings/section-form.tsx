import { useFormatter, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { SettingsSection } from '@/server/settings/describe-settings'
import { ErrorNotice } from '../error-notice'
import { OtherChange } from './other-change'
import type { Section } from './use-section'

/** The frame of a section: its name, its fields, and what became of saving it. */
export function SectionForm<Name extends SettingsSection, Draft>(options: {
  section: Section<Name, Draft>
  children: ReactNode
  /** Nothing of it can be changed here. */
  isFixed?: boolean
  /** Asked before it is saved; in place of saving at once. */
  onSubmit?: () => void
  /** Under the button. */
  note?: ReactNode
}) {
  const { section, children, isFixed = false, onSubmit = section.save, note } = options
  const { stored, state, error, theirs, isChanged } = section
  const name: SettingsSection = section.name
  const t = useTranslations('admin.settings')
  const format = useFormatter()
  const { savedAt, savedBy } = stored
  const time = savedAt && format.dateTime(new Date(savedAt), { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <section aria-labelledby={`${name}-title`} data-section={name} className="border-t-2 border-ink pt-4">
      <h2 id={`${name}-title`} className="text-entry">
        {t(`section.${name}`)}
      </h2>
      <p className="mt-1 max-w-measure text-small text-ink-2">{t(`lead.${name}`)}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          onSubmit()
        }}
        className="mt-5 grid grid-cols-1 gap-5"
      >
        {children}
        {theirs ? <OtherChange section={section} theirs={theirs} /> : null}
        {error ? (
          <div>
            <ErrorNotice error={error} />
            {error.code === 'SETTINGS_INVALID' ? (
              <p lang="en" className="mt-2 text-note text-ink-2">
                {error.message} {error.suggestion}
              </p>
            ) : null}
          </div>
        ) : null}
        {isFixed ? null : (
          <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <button type="submit" aria-disabled={state === 'saving'} className="button button-primary">
              {state === 'saving' ? t('saving') : t('save')}
            </button>
            <p role="status" className="text-small font-bold">
              {state === 'saved' ? t('saved') : null}
            </p>
            <p className="text-note text-ink-2">
              {isChanged && state === 'open'
                ? t('unsaved')
                : time
                  ? savedBy
                    ? t('lastSavedBy', { time, name: savedBy })
                    : t('lastSaved', { time })
                  : t('neverSaved')}
            </p>
          </div>
        )}
        {note}
      </form>
    </section>
  )
}
