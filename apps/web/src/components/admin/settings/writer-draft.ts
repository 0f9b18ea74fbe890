import type { WriterSettings } from '@shutten/core'
import type { SettingsView } from '@/server/settings/describe-settings'
import type { SectionBody } from './use-section'

/** The writer as it is typed. */
export interface WriterDraft {
  provider: WriterSettings['provider']
  model: string
  baseUrl: string
  /** A new one; empty: as it is. */
  key: string
  removesKey: boolean
  contextTokens: string
  firstTokenSeconds: string
  timeoutSeconds: string
  inputPrice: string
  outputPrice: string
}

const toText = (value: number | null | undefined, unit = 1) =>
  value === null || value === undefined ? '' : String(value / unit)
const toNumber = (text: string, unit = 1) =>
  text.trim() === '' ? null : unit === 1 ? Number(text) : Math.round(Number(text) * unit)

export function toWriterDraft({ values }: SettingsView['writer']): WriterDraft {
  return {
    ...{ provider: values.provider, model: values.model, baseUrl: values.baseUrl ?? '', key: '', removesKey: false },
    contextTokens: toText(values.contextTokens),
    firstTokenSeconds: toText(values.firstTokenMs, 1_000),
    timeoutSeconds: toText(values.timeoutMs, 1_000),
    inputPrice: toText(values.prices?.input),
    outputPrice: toText(values.prices?.output),
  }
}

export function toWriterBody(draft: WriterDraft): SectionBody<'writer'> {
  const { provider, model, key, removesKey } = draft
  const input = toNumber(draft.inputPrice)
  const output = toNumber(draft.outputPrice)
  const values: WriterSettings = {
    provider,
    model: model.trim(),
    baseUrl: usesAddress(provider) ? draft.baseUrl.trim() || null : null,
    contextTokens: toNumber(draft.contextTokens),
    firstTokenMs: toNumber(draft.firstTokenSeconds, 1_000),
    timeoutMs: toNumber(draft.timeoutSeconds, 1_000),
    prices: input === null && output === null ? null : { input: input ?? 0, output: output ?? 0 },
  }
  if (removesKey) return { values, key: null }
  return key.trim() && usesKey(provider) ? { values, key: key.trim() } : { values }
}

export const usesAddress = (provider: WriterSettings['provider']) => provider !== 'none' && provider !== 'llama-cpp'
export const usesKey = (provider: WriterSettings['provider']) => usesAddress(provider) && provider !== 'ollama'

/** A key is for the provider and the address that it was entered for; for another one it is not kept. */
export function keepsKey(stored: SettingsView['writer'], draft: WriterDraft): boolean {
  const { values } = toWriterBody(draft)
  return stored.values.provider === values.provider && stored.values.baseUrl === values.baseUrl
}
