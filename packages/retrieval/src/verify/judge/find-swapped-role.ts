import type { Facts } from '../facts/read-facts.js'
import type { Stretch } from '../source/source-text.js'

const topic = /^(?:は|が|では|には|も|とは)/u
const comparedTo =
  /^\s?(?:と(?:同じ|同等|同様|比べ|異な|違)|より|に(?:比べ|匹敵|及ば|劣|勝)|を(?:上回|下回|超え)|の後継)/u
const comparedToEnglish =
  /(?:than|unlike|like|as|to|over|of|outperform\p{L}*|surpass\p{L}*|exceed\p{L}*|beat\p{L}*)\s+(?:the\s+)?$/iu

/**
 * What the answer speaks about is only what the source compares with: Gopherは… for Chinchillaは、Gopherと同じ…. Null where
 * the name has no such part in the source, or the source speaks about it as well.
 */
export function findSwappedRole({ said, source }: { said: Facts; source: Stretch }): string | null {
  const held = source.facts
  const subject = said.names[0]
  if (!subject || !isSubject(said, subject)) return null
  const places = held.names.filter(({ key }) => key === subject.key)
  if (places.length === 0 || source.context.names.find(subject)) return null
  const other = held.names.find((name) => name.key !== subject.key && isSubject(held, name))
  if (!other || said.names.some(({ key }) => key === other.key)) return null
  const isCompared = places.every(
    ({ start, end }) =>
      comparedTo.test(held.text.slice(end)) || comparedToEnglish.test(held.text.slice(Math.max(0, start - 24), start)),
  )
  return isCompared ? said.text.slice(subject.start, subject.end) : null
}

function isSubject({ text, language }: Facts, { start, end }: { start: number; end: number }): boolean {
  return language === 'ja' ? topic.test(text.slice(end)) : text.slice(0, start).trim().split(/\s+/u).length <= 2
}
