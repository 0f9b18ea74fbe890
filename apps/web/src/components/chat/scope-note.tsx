'use client'

import type { SearchFilters } from '@shutten/core'
import { useTranslations } from 'next-intl'
import { createContext, useContext } from 'react'
import type { LabelledScopes } from '@/chat/labelled-scopes'
import { fromFilters, nameSource } from '@/chat/scope'

/** Titles of the documents that questions were narrowed to, by id. */
export const DocumentTitlesContext = createContext<Readonly<Record<string, string>>>({})

/** What questions can be narrowed to now: names of the sources that are kept. */
export const ScopesContext = createContext<Pick<LabelledScopes, 'sources'>>({ sources: [] })

/** What a question was narrowed to, below it; nothing where it was not. */
export function ScopeNote({ filters }: { filters: SearchFilters | null }) {
  const t = useTranslations('chat.scope')
  const titles = useContext(DocumentTitlesContext)
  const { sources } = useContext(ScopesContext)
  const scope = fromFilters(filters)
  if (scope?.kind === 'all') return null
  const text =
    scope === null
      ? t('narrowed')
      : scope.kind === 'tag'
        ? t('ofTag', { tag: scope.value })
        : scope.kind === 'source'
          ? t('ofSource', { source: sources.find(({ uri }) => uri === scope.value)?.name ?? nameSource(scope.value) })
          : t('ofDocument', { title: titles[scope.value] ?? t('gone') })
  return <p className="mb-2 text-note text-ink-2">{text}</p>
}
