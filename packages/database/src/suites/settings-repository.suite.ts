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

  it('replaces a value that is what was seen, and no other', async () => {
    const { settings } = await open()
    const replace = (before: string | null, value: string) => settings.replace({ key: 'a', before, value })
    expect(await Promise.all([replace(null, '1'), replace(null, '2')])).toEqual([true, false])
    expect(await replace('2', '3')).toBe(false)
    expect(await replace('1', '3')).toBe(true)
    await settings.save('b', 'x')
    expect(await settings.findMany(['a', 'b', 'c'])).toEqual(
      new Map([
        ['a', '3'],
        ['b', 'x'],
      ]),
    )
  })
}
