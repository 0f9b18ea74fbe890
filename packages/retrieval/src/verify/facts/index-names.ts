import { foldText } from '@shutten/text'
import { type Name, nameKey } from './find-names.js'
import { soundOf } from './sound-of.js'

export interface NameIndex {
  /** Does the text that was indexed name this? `sounds-like` is told across scripts only: Florida and フロリダ. */
  find(name: Name): 'held' | 'sounds-like' | null
}

const anyLatin = /[\p{Script=Latin}][\p{Script=Latin}\p{Nd}]*(?:[-‐.·・'’+&_][\p{Script=Latin}\p{Nd}]+)*\+*/gu
/** What is written too unlike for its sound to tell. */
const acrossScripts: Record<string, string> = {
  china: '中国',
  chinese: '中国',
  japan: '日本',
  japanese: '日本',
  america: '米国',
  american: '米国',
  states: '米国',
  korea: '韓国',
  korean: '韓国',
  britain: '英国',
  kingdom: '英国',
  british: '英国',
  germany: 'ドイツ',
  tokyo: '東京',
  europe: '欧州',
  university: '大学',
  institute: '研究所',
  english: '英語',
}
const leastSound = 3

const anyKatakana = /[\p{Script=Katakana}ー]{2,}/gu

/** The names that a text holds: whole, and the word parts of compound ones (BERT of BERT-Large), but not 3 of GPT-3. */
export function indexNames(text: string): NameIndex {
  const folded = foldText(text).replace(/[・ー]/gu, '')
  const keys = new Set<string>()
  const latin = text.normalize('NFKC').match(anyLatin) ?? []
  for (const word of latin) {
    const whole = nameKey(word)
    keys.add(whole)
    for (const part of word.split(/[-‐.·・'’+&_]/u)) if (/^\p{L}{2,}$/u.test(part)) keys.add(nameKey(part))
    // DALL·E 2 and YOLO v3 are said with and without the gap.
    const next = new RegExp(`${escapePattern(word)}\\s?(\\d+(?:\\.\\d+)?|[\\p{L}\\d]+)`, 'u').exec(
      text.normalize('NFKC'),
    )?.[1]
    if (next) keys.add(nameKey(word + next))
  }
  let sounds: Set<string> | null = null
  return {
    find(name) {
      if (name.script === 'kanji') return folded.includes(foldText(name.key).replace(/[・ー]/gu, '')) ? 'held' : null
      if (name.script === 'katakana' && folded.includes(name.key.replace(/[・ー]/gu, ''))) return 'held'
      if (name.script === 'latin' && keys.has(name.key)) return 'held'
      if (name.key in acrossScripts) return folded.includes(acrossScripts[name.key] ?? '') ? 'sounds-like' : null
      sounds ??= new Set(
        [...(text.match(anyKatakana) ?? []), ...latin].map(soundOf).filter((sound) => sound.length >= leastSound),
      )
      return sounds.has(soundOf(name.key)) ? 'sounds-like' : null
    },
  }
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')
}
