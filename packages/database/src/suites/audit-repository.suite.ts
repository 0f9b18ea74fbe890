import { expect, it } from 'vitest'
import type { SuiteOptions } from './suite-options.js'

export function auditRepositorySuite({ open }: SuiteOptions): void {
  it('lists what was done, newest first, by who, what, on what and when, and forgets what is old', async () => {
    let now = new Date('2026-01-01T00:00:00Z')
    const { audit } = await open({ clock: () => now })
    const by = (name: string) => ({ kind: 'session' as const, id: `id-${name}`, name })
    const first = {
      ...{ actor: by('花'), action: 'account.create', target: '次郎', details: { role: 'editor' } },
      address: '192.0.2.1',
    }
    await audit.record(first)
    now = new Date('2026-01-02T00:00:00Z')
    await audit.record({ ...first, actor: by('次郎'), action: 'document.remove', target: 'd1', details: null })
    const all = await audit.list({})
    expect(all.total).toBe(2)
    expect(all.entries[1]).toEqual({ ...first, sequence: expect.any(Number), at: '2026-01-01T00:00:00.000Z' })
    expect(all.entries[0]).toMatchObject({ action: 'document.remove', details: null })
    const actions = async (options: Parameters<typeof audit.list>[0]) =>
      (await audit.list(options)).entries.map(({ action }) => action)
    expect(await actions({ actor: '花' })).toEqual(['account.create'])
    expect(await actions({ action: 'document.remove' })).toEqual(['document.remove'])
    expect(await actions({ target: '次' })).toEqual(['account.create'])
    expect(await actions({ from: now })).toEqual(['document.remove'])
    expect(await actions({ until: now })).toEqual(['account.create'])
    expect(await audit.list({ offset: 1, limit: 1 })).toMatchObject({ total: 2, entries: [{ target: '次郎' }] })
    expect(await audit.prune(now)).toBe(1)
    expect(await actions({})).toEqual(['document.remove'])
  })
}
