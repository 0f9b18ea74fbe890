import { expect, it } from 'vitest'
import { createSynonyms } from './create-synonyms.js'
import { loadSynonymDictionary } from './load-synonym-dictionary.js'

it('knows full and short names, katakana and Latin', async () => {
  const groups = await loadSynonymDictionary()
  expect(groups.length).toBeGreaterThan(10_000)
  for (const { names, ambiguous = [] } of groups) expect([...names, ...ambiguous]).not.toContain('')
  const { find } = createSynonyms({ groups })
  const found = (text: string) => find(text).map((synonym) => synonym.text)
  expect(found('日銀の総裁は誰ですか')).toContain('日本銀行')
  expect(found('コンパクトディスクの容量')).toEqual(expect.arrayContaining(['compact disc', 'CD']))
  expect(found('ビーアートとは何ですか')).not.toContain('BERT')
})
