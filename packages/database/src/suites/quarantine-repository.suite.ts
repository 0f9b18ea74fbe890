import type { HygieneFinding } from '@shutten/core'
import { expect, it } from 'vitest'
import type { SuiteOptions } from './suite-options.js'

const finding: HygieneFinding = {
  kind: 'instruction',
  rule: 'ignore-previous',
  severity: 'high',
  action: 'quarantine',
  field: 'text',
  start: 0,
  end: 3,
  reason: { ja: '指示', en: 'an instruction' },
}
const document = (uri: string, textHash = 'h1') => ({
  uri,
  title: '題',
  mediaType: 'text/plain',
  text: `${uri}の文章`,
  textHash,
  findings: [finding],
})

export function quarantineRepositorySuite({ open }: SuiteOptions): void {
  it('holds documents until somebody decides about this very content', async () => {
    const { quarantine } = await open()
    await quarantine.hold(document('file:///a'))
    const { total, documents } = await quarantine.list()
    expect(total).toBe(1)
    expect(documents[0]).toMatchObject({ uri: 'file:///a', status: 'held', findings: [finding], decidedAt: null })
    expect(documents[0]).not.toHaveProperty('text')
    const id = documents[0]?.id ?? ''
    const key = { uri: 'file:///a', textHash: 'h1' }
    expect(await quarantine.isReleased(key)).toBe(false)
    expect(await quarantine.decide(id, 'released')).toMatchObject({ status: 'released', text: 'file:///aの文章' })
    expect(await quarantine.isReleased(key)).toBe(true)
    await quarantine.hold(document('file:///a'))
    expect(await quarantine.isReleased(key)).toBe(true)
    await quarantine.hold(document('file:///a', 'h2'))
    expect(await quarantine.isReleased(key)).toBe(false)
    expect(await quarantine.find(id)).toMatchObject({ status: 'held', textHash: 'h2', decidedAt: null })
  })

  it('lists by status, the newest first, and forgets', async () => {
    let now = Date.parse('2026-01-01T00:00:00Z')
    const { quarantine } = await open({
      clock() {
        now += 1_000
        return new Date(now)
      },
    })
    for (const name of ['a', 'b', 'c']) await quarantine.hold(document(`file:///${name}`))
    const uris = async (options?: Parameters<typeof quarantine.list>[0]) =>
      (await quarantine.list(options)).documents.map(({ uri }) => uri.slice(-1)).join('')
    expect(await uris()).toBe('cba')
    const [, second] = (await quarantine.list()).documents
    await quarantine.decide(second?.id ?? '', 'rejected')
    expect(await uris({ statuses: ['held'] })).toBe('ca')
    expect(await uris({ offset: 1, limit: 1 })).toBe('b')
    await quarantine.drop('file:///c')
    expect(await uris()).toBe('ba')
    await expect(quarantine.decide('none', 'released')).rejects.toMatchObject({ code: 'DOCUMENT_NOT_FOUND' })
    expect(await quarantine.find('none')).toBeNull()
  })

  it('is narrowed by kind and by words, counts what waits, and takes a decision for the content that was looked at', async () => {
    const { quarantine } = await open()
    const secret = { ...finding, kind: 'secret' as const }
    await quarantine.hold({ ...document('file:///a'), title: '経理の手順', findings: [finding, secret] })
    await quarantine.hold({ ...document('file:///100%.md'), findings: [secret] })
    const found = async (options: Parameters<typeof quarantine.list>[0]) => {
      const { total, documents } = await quarantine.list({ limit: 1, ...options })
      return [total, documents[0]?.uri]
    }
    expect(await found({ kind: 'instruction' })).toEqual([1, 'file:///a'])
    expect(await found({ kind: 'secret' })).toMatchObject([2, expect.anything()])
    expect(await found({ kind: 'email' })).toEqual([0, undefined])
    expect(await found({ kind: 'secret', query: '経理', statuses: ['held'] })).toEqual([1, 'file:///a'])
    expect(await found({ query: '100%' })).toEqual([1, 'file:///100%.md'])
    expect(await quarantine.countHeld()).toBe(2)
    const [one] = (await quarantine.list({ query: '経理' })).documents
    const id = one?.id ?? ''
    await expect(quarantine.decide(id, 'released', { textHash: 'h0' })).rejects.toMatchObject({
      code: 'QUARANTINE_CHANGED',
    })
    expect(await quarantine.find(id)).toMatchObject({ status: 'held' })
    expect(await quarantine.decide(id, 'released', { textHash: 'h1' })).toMatchObject({ status: 'released' })
    expect(await quarantine.countHeld()).toBe(1)
  })
}
