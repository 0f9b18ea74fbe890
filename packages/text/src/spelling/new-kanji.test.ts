import { expect, it } from 'vitest'
import { newKanji } from './new-kanji.js'

it('maps single characters, never to an old form, and none that NFKC maps already', () => {
  expect(newKanji.size).toBeGreaterThan(400)
  for (const [old, common] of newKanji) {
    expect([...old, ...common]).toHaveLength(2)
    expect(newKanji.has(common)).toBe(false)
    expect(old.normalize('NFKC')).toBe(old)
  }
})

it.each(['學学', '國国', '龍竜', '髙高', '﨑崎', '澤沢', '廣広', '邊辺', '齋斎'])('knows %s', (pair) => {
  const [old = '', common] = pair
  expect(newKanji.get(old)).toBe(common)
})
