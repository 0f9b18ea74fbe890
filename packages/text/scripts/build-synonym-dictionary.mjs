// Turns Sudachi's synonym dictionary into dist/synonyms/dictionary.txt: one line for each thing, its names parted by tabs,
// each with the form in which it is compared after `|` where that is another; after `~` names too ambiguous to be looked for. Read by src/synonyms/load-synonym-dictionary.ts.
import { mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { isHiraganaFunctionRun } from '../dist/analysis/is-hiragana-function-run.js'
import { englishStopWords } from '../dist/analysis/stop-words.js'
import { toNameKey } from '../dist/synonyms/squeeze-text.js'

const file = new URL('../dist/synonyms/dictionary.txt', import.meta.url)
// The package names a module for import that it does not hold.
const { fetchDictionary } = createRequire(import.meta.url)('sudachi-synonyms-dictionary')

const lines = []
for (const { items } of await fetchDictionary()) {
  // Words of one number are one word in other spellings, translated or cut short; words of other numbers mean much the same.
  const byWord = groupByWord(items.filter(isFit))
  for (const forms of byWord.values()) {
    const isTelling = ({ expandControl, midashi }) => expandControl === 0 && !isFunctionWord(midashi)
    const names = forms.filter(isTelling).map(({ midashi }) => midashi)
    const ambiguous = forms.filter((form) => !isTelling(form)).map(({ midashi }) => midashi)
    if (names.length > 0 && names.length + ambiguous.length > 1)
      lines.push(names.map(withKey).join('\t') + (ambiguous.length > 0 ? `\t~\t${ambiguous.join('\t')}` : ''))
  }
}
mkdirSync(new URL('.', file), { recursive: true })
writeFileSync(
  file,
  `# From Sudachi's synonym dictionary, Works Applications Co., Ltd., Apache License 2.0, in another form.\n${lines.join('\n')}\n`,
)

function isFit({ taigenYogen, expandControl, gokeiSyubetsu, hyoukiYure, midashi }) {
  const isWrong = gokeiSyubetsu === '間違い' || hyoukiYure === '間違い表記'
  return taigenYogen === '体言' && expandControl !== 2 && !isWrong && [...midashi].length > 1
}

function isFunctionWord(name) {
  const isHiragana = /^\p{Script=Hiragana}+$/u.test(name)
  return (
    englishStopWords.has(name.toLowerCase()) || (isHiragana && isHiraganaFunctionRun(name, { followsKanji: false }))
  )
}

function withKey(name) {
  if (/[|\t]/.test(name)) throw new Error(`“${name}” holds a character that parts names`)
  const key = toNameKey(name)
  return key === name ? name : `${name}|${key}`
}

function groupByWord(items) {
  const words = new Map()
  for (const item of items) words.set(item.vocabularyNumber, [...(words.get(item.vocabularyNumber) ?? []), item])
  return words
}
