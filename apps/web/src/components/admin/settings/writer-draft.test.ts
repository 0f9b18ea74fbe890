import { settingSchemas, type WriterSettings } from '@shutten/core'
import { describe, expect, it } from 'vitest'
import type { SettingsView } from '@/server/settings/describe-settings'
import { keepsKey, toWriterBody, toWriterDraft } from './writer-draft'

const storedOf = (values: Partial<WriterSettings>): SettingsView['writer'] => ({
  ...{ version: '1', savedAt: null, savedBy: null, key: null },
  values: settingSchemas.writer.parse(values),
})

describe('the writer as it is typed', () => {
  it('is what is stored, typed or not', () => {
    for (const values of [
      {},
      { provider: 'ollama', model: 'qwen3:4b', baseUrl: 'http://gpu:11434' },
      { provider: 'openai', model: 'm', contextTokens: 4_096, firstTokenMs: 1_500, prices: { input: 0.25, output: 2 } },
    ] as Partial<WriterSettings>[]) {
      const stored = storedOf(values)
      expect(toWriterBody(toWriterDraft(stored))).toEqual({ values: stored.values })
    }
  })

  it('sends a key only where one was typed, or is to go', () => {
    const draft = toWriterDraft(storedOf({ provider: 'openai', model: 'm' }))
    expect(toWriterBody({ ...draft, key: ' sk-1 ' })).toMatchObject({ key: 'sk-1' })
    expect(toWriterBody({ ...draft, removesKey: true })).toMatchObject({ key: null })
    expect(toWriterBody({ ...draft, provider: 'llama-cpp', key: 'sk-1' })).not.toHaveProperty('key')
  })

  it('keeps the key for the provider and address that it is of', () => {
    const stored = storedOf({ provider: 'openai', model: 'm', baseUrl: 'https://a.example/v1' })
    const draft = toWriterDraft(stored)
    expect(keepsKey(stored, { ...draft, model: 'n' })).toBe(true)
    expect(keepsKey(stored, { ...draft, baseUrl: 'https://b.example/v1' })).toBe(false)
    expect(keepsKey(stored, { ...draft, provider: 'anthropic' })).toBe(false)
  })
})
