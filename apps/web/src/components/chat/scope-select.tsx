'use client'

import { useTranslations } from 'next-intl'
import type { LabelledScopes } from '@/chat/labelled-scopes'
import { formatScope, nameSource, parseScope, type Scope } from '@/chat/scope'

/** What the next question is narrowed to. A native control: it is there before any script, and at home on a phone. */
export function ScopeSelect(options: {
  scopes: LabelledScopes
  /** Titles of documents by id. */
  titles: Readonly<Record<string, string>>
  scope: Scope
  onChange: (scope: Scope) => void
}) {
  const t = useTranslations('chat.scope')
  const { scopes, scope, titles } = options
  const value = formatScope(scope)
  const listed = new Set([
    ...scopes.tags.map(({ tag }) => `tag:${tag}`),
    ...scopes.sources.map(({ uri }) => `source:${uri}`),
  ])
  if (listed.size === 0 && scope.kind === 'all') return null
  return (
    <label className="scope-select" data-narrowed={scope.kind === 'all' ? undefined : ''}>
      <span>{t('label')}</span>
      <select name="scope" value={value} onChange={(event) => options.onChange(parseScope(event.target.value))}>
        <option value="all">{t('all')}</option>
        {scope.kind === 'all' || listed.has(value) ? null : (
          <option value={value}>
            {scope.kind === 'document'
              ? t('document', { title: titles[scope.value] ?? t('gone') })
              : scope.kind === 'tag'
                ? scope.value
                : nameSource(scope.value)}
          </option>
        )}
        {scopes.tags.length > 0 ? (
          <optgroup label={t('tags')}>
            {scopes.tags.map(({ tag, label }) => (
              <option key={tag} value={`tag:${tag}`}>
                {label}
              </option>
            ))}
          </optgroup>
        ) : null}
        {scopes.sources.length > 0 ? (
          <optgroup label={t('sources')}>
            {scopes.sources.map(({ uri, label }) => (
              <option key={uri} value={`source:${uri}`}>
                {label}
              </option>
            ))}
          </optgroup>
        ) : null}
      </select>
    </label>
  )
}
