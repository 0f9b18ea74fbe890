import { useState } from 'react'
import type { SettingsSection, SettingsView } from '@/server/settings/describe-settings'
import { type ApiError, callApi } from '../call-api'

/** One section of the settings as a form holds it: what was typed outlives every failure. */
export interface Section<Name extends SettingsSection, Draft> {
  name: Name
  /** As it was when it was last seen. */
  stored: SettingsView[Name]
  draft: Draft
  change(part: Partial<Draft>): void
  isChanged: boolean
  state: 'open' | 'saving' | 'saved'
  error: ApiError | null
  /** What somebody else has saved meanwhile; null where nobody has. */
  theirs: SettingsView[Name] | null
  /** What would be saved. */
  body(): SectionBody<Name>
  save(): Promise<void>
  /** Saves over what somebody else has saved. */
  saveMine(): Promise<void>
  takeTheirs(): void
}

export interface SectionBody<Name extends SettingsSection> {
  values: SettingsView[Name]['values']
  /** Of the writer. */
  key?: string | null
}

/** @param options.toBody throws nothing: the form's fields see to it that what is typed can be read */
export function useSection<Name extends SettingsSection, Draft>(options: {
  name: Name
  initial: SettingsView[Name]
  toDraft: (stored: SettingsView[Name]) => Draft
  toBody: (draft: Draft) => SectionBody<Name>
}): Section<Name, Draft> {
  const { name, initial, toDraft, toBody } = options
  const [stored, setStored] = useState(initial)
  const [draft, setDraft] = useState(() => toDraft(initial))
  const [state, setState] = useState<'open' | 'saving' | 'saved'>('open')
  const [error, setError] = useState<ApiError | null>(null)
  const [theirs, setTheirs] = useState<SettingsView[Name] | null>(null)

  function take(next: SettingsView[Name]) {
    setStored(next)
    setDraft(toDraft(next))
    setTheirs(null)
    setError(null)
  }

  async function saveFrom(version: string) {
    if (state === 'saving') return
    setState('saving')
    const path = `/api/v1/settings/${name}`
    const saved = await callApi<SettingsView>({ path, method: 'PUT', json: { version, ...toBody(draft) } })
    if (saved.value) {
      take(saved.value[name])
      setState('saved')
      return
    }
    setState('open')
    if (saved.error.code !== 'SETTINGS_CHANGED') {
      setError(saved.error)
      return
    }
    const now = await callApi<SettingsView>({ path: '/api/v1/settings', method: 'GET' })
    setError(now.error ?? null)
    if (now.value) setTheirs(now.value[name])
  }

  return {
    name,
    stored,
    draft,
    change(part) {
      setDraft((before) => ({ ...before, ...part }))
      setState('open')
    },
    isChanged: JSON.stringify(draft) !== JSON.stringify(toDraft(stored)),
    state,
    error,
    theirs,
    body: () => toBody(draft),
    save: () => saveFrom(stored.version),
    saveMine: () => saveFrom(theirs?.version ?? stored.version),
    takeTheirs() {
      if (theirs) take(theirs)
    },
  }
}
