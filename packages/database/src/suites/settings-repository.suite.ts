import { expect, it } from 'vitest'
import type { SuiteOptions } from './suite-options.js'

export function settingsRepositorySuite({ open }: SuiteOptions): void {
  it('keeps the last value of a key', async () => {
    const { settings } = await open()
    expect(await settings.find('language')).toBeNull()
    await settings.save('language', 'ja')
    await settings.save('language', 'en\'; DROP TABLE "Setting"; --')
    expect(await settings.find('language')).toBe('en\'; DROP TABLE "Setting"; --')
    expect(await settings.find('other')).toBeNull()
  })
}
