import { expect, it } from 'vitest'
import { createRebuilt } from './create-rebuilt'

it('makes its parts once for each version of the settings, and again what could not be made', async () => {
  let version = '1'
  let fails = false
  const built: string[] = []
  const rebuilt = createRebuilt({
    read: async () => ({ version }),
    async build(settings) {
      built.push(settings.version)
      if (fails) throw new Error('no')
      return settings.version
    },
  })
  expect(await Promise.all([rebuilt.get(), rebuilt.get(), rebuilt.get()])).toEqual(['1', '1', '1'])
  version = '2'
  expect(await rebuilt.get()).toBe('2')
  version = '3'
  fails = true
  await expect(rebuilt.get()).rejects.toThrow('no')
  fails = false
  expect(await rebuilt.get()).toBe('3')
  expect(built).toEqual(['1', '2', '3', '3'])
})
