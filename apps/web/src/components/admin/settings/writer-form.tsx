import { useTranslations } from 'next-intl'
import type { FixedSettings } from '@/server/settings/find-fixed-settings'
import { SettingInput, SettingSelect } from './fields'
import { SectionForm } from './section-form'
import type { Section } from './use-section'
import { usesAddress, type WriterDraft } from './writer-draft'
import { WriterKey } from './writer-key'

const providers = ['none', 'openai', 'anthropic', 'google-genai', 'ollama', 'llama-cpp'] as const

/** Who writes the answers: a provider, its model, and the key for it. */
export function WriterForm({
  section,
  fixed,
}: {
  section: Section<'writer', WriterDraft>
  fixed: FixedSettings['writer']
}) {
  const t = useTranslations('admin.settings')
  const { draft, change } = section
  const { provider } = draft
  if (fixed)
    return (
      <SectionForm section={section} isFixed>
        <FixedWriter fixed={fixed} />
      </SectionForm>
    )
  return (
    <SectionForm
      section={section}
      note={
        <p className="text-small lg:hidden">
          <a href="#try-title" className="underline underline-offset-4">
            {t('try.title')}
          </a>
        </p>
      }
    >
      <SettingSelect
        label={t('field.provider')}
        hint={t(`providerHint.${provider}`)}
        value={provider}
        onChange={(next) => change({ provider: next })}
        choices={providers.map((one) => [one, t(`provider.${one}`)] as const)}
      />
      {provider === 'none' ? null : (
        <>
          <SettingInput
            label={provider === 'llama-cpp' ? t('modelFile') : t('field.model')}
            hint={t(`modelHint.${provider}`)}
            value={draft.model}
            onChange={(model) => change({ model })}
            required
            maxLength={500}
          />
          {usesAddress(provider) ? (
            <SettingInput
              label={t('field.baseUrl')}
              hint={t(provider === 'ollama' ? 'baseUrlHintOllama' : 'baseUrlHint')}
              value={draft.baseUrl}
              onChange={(baseUrl) => change({ baseUrl })}
              type="url"
              maxLength={2000}
              placeholder={provider === 'ollama' ? 'http://127.0.0.1:11434' : undefined}
            />
          ) : null}
          <WriterKey section={section} />
          <Limits section={section} />
        </>
      )}
    </SectionForm>
  )
}

function Limits({ section: { draft, change } }: { section: Section<'writer', WriterDraft> }) {
  const t = useTranslations('admin.settings')
  const number = (
    name: 'contextTokens' | 'firstTokenSeconds' | 'timeoutSeconds' | 'inputPrice' | 'outputPrice',
    limits: { min: number; max: number; step: number },
  ) => (
    <SettingInput
      label={t(`limit.${name}`)}
      value={draft[name]}
      onChange={(value) => change({ [name]: value })}
      type="number"
      placeholder={t('asKnown')}
      {...limits}
    />
  )
  return (
    <details>
      <summary className="inline-flex min-h-11 items-center text-small underline underline-offset-4">
        {t('more')}
      </summary>
      <div className="mt-2 grid grid-cols-1 gap-4 sm:grid-cols-2">
        {number('firstTokenSeconds', { min: 1, max: 3_600, step: 1 })}
        {number('timeoutSeconds', { min: 1, max: 3_600, step: 1 })}
        {number('inputPrice', { min: 0, max: 1_000_000, step: 0.001 })}
        {number('outputPrice', { min: 0, max: 1_000_000, step: 0.001 })}
        {number('contextTokens', { min: 512, max: 100_000_000, step: 1 })}
      </div>
      <p className="mt-2 text-note text-ink-2">{t('limitsHint')}</p>
    </details>
  )
}

function FixedWriter({ fixed }: { fixed: NonNullable<FixedSettings['writer']> }) {
  const t = useTranslations('admin.settings')
  return (
    <div className="grid gap-3 text-small">
      <p className="border-s-4 border-ink ps-3">{t('fixedByEnvironment')}</p>
      <dl className="grid gap-1">
        {fixed.variables.map(({ name, value }) => (
          <div key={name} className="flex flex-wrap gap-x-3">
            <dt>
              <code className="font-mono">{name}</code>
            </dt>
            <dd className="min-w-0 wrap-anywhere">{value ?? t('keyIsSet')}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
