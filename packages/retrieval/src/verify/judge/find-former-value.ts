import { foldText } from '@shutten/text'
import type { Facts } from '../facts/read-facts.js'

const changes = [
  /(?<from>[^、。\sはがを]{1,16})から(?<to>[^、。\sはがを]{1,16})(?:に|へ)(?:延期|変更|改|移転|移行|引き[上下]げ|短縮|延長|増|減|切り替え|値[上下]げ|延び)/gu,
  /\b(?:moved|postponed|changed|raised|lowered|reduced|increased|extended|renamed|relocated)\s+from (?<from>[^,.;]{1,40}?) to (?<to>[^,.;]{1,40})/giu,
]

/** The source tells a change (10月から11月に延期された), and the answer knows only what was before it. */
export function findFormerValue(said: Facts, held: Facts): string | null {
  for (const pattern of changes)
    for (const { groups } of held.text.matchAll(pattern)) {
      const [from, to] = [foldText(groups?.from ?? ''), foldText(groups?.to ?? '')]
      const before = held.terms.filter(({ folded }) => from.includes(folded) && !to.includes(folded))
      const after = held.terms.filter(({ folded }) => to.includes(folded) && !from.includes(folded))
      const numbers = (text: string) => text.match(/\p{Nd}+/gu) ?? []
      const knows = (words: readonly string[]) => words.some((word) => said.folded.includes(word))
      const saysBefore = knows([...before.map(({ folded }) => folded), ...numbers(from)])
      const saysAfter = knows([...after.map(({ folded }) => folded), ...numbers(to)])
      if (saysBefore && !saysAfter) return groups?.from ?? null
    }
  return null
}
