import type { Damage } from './damage.js'
import { pick } from './pick.js'

/** Leaves out one ー: サーバー as サーバ, データ as デタ. */
export const dropLongVowel: Damage = ({ question, random }) => {
  const marks = [...question.matchAll(/(?<=\p{Script=Katakana})ー/gu)]
  if (marks.length === 0) return null
  const { index } = pick(marks, random)
  return question.slice(0, index) + question.slice(index + 1)
}
