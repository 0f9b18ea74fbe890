import type { Facts, FactTerm } from '../facts/read-facts.js'

type Role = 'agent' | 'patient' | 'recipient' | 'origin' | 'owner'

const roles: readonly [RegExp, Role][] = [
  [/^(?:は|が)(?![ぁ-んー])/u, 'agent'],
  [/^を/u, 'patient'],
  [/^(?:に|へ)(?!つい|関|よ|お[いけ]|は|も|対|比|際)/u, 'recipient'],
  [/^から(?!は|も)/u, 'origin'],
  [/^の(?!で|に|は|が|を|も|後|前)/u, 'owner'],
]
const honorific = /^(?:さん|氏|様|社長|部長|課長|先生|博士)/u
/** 買収された, 渡してもらった: who acts stands where another does without it. */
const turned = /(?:[さかがたなばまらわ]れ|られ)(?:[たるてま]|ない)|て(?:もら|いただ|くれ)|させ/u
const verbal = /^[a-z]{2,}(?:ed|s|t|n)$/u
const articles = /^ (?:in |to |from )?(?:(?:the|an?|its|his|her|their) )?$/u

/**
 * Two things of which the answer says the other way round who does it to whom: A社がB社を買収した for B社がA社を買収した,
 * "Aoba acquired Midori" for "Midori acquired Aoba". Null where they agree, or where either turns its roles about (された, "by").
 */
export function findReversedRoles(said: Facts, held: Facts): string | null {
  if (said.language !== held.language) return null
  return said.language === 'ja' ? inJapanese(said, held) : inEnglish(said, held)
}

function inJapanese(said: Facts, held: Facts): string | null {
  if (turned.test(said.text) !== turned.test(held.text)) return null
  const ours = markedTerms(said)
  const theirs = markedTerms(held)
  const roleThere = (folded: string) => {
    const found = new Set(theirs.filter((one) => one.folded === folded).map(({ role }) => role))
    return found.size === 1 ? [...found][0] : undefined
  }
  for (const [i, one] of ours.entries())
    for (const other of ours.slice(i + 1)) {
      if (one.role === other.role || one.folded === other.folded) continue
      if (roleThere(one.folded) === other.role && roleThere(other.folded) === one.role) return one.folded
    }
  return null
}

/** Names with the two words before them: founded by, bought by. */
function ledNames({ names, text }: Facts): { key: string; lead: string }[] {
  return names.flatMap(({ key, start }) => {
    const lead = /([a-z]{3,}) ([a-z]{2,}) $/u.exec(text.slice(0, start))
    return lead ? [{ key, lead: lead[0].trim() }] : []
  })
}

function markedTerms({ terms, text }: Facts): { folded: string; role: Role }[] {
  return terms.flatMap(({ folded, end }: FactTerm) => {
    const after = text.slice(end).replace(honorific, '')
    const role = roles.find(([particle]) => particle.test(after))?.[1]
    return role ? [{ folded, role }] : []
  })
}

/** Two words around the same verb, or names behind the same words, that have changed places. */
function inEnglish(said: Facts, held: Facts): string | null {
  const ours = ledNames(said)
  const theirs = ledNames(held)
  for (const [i, one] of ours.entries())
    for (const other of ours.slice(i + 1)) {
      if (one.lead === other.lead || one.key === other.key) continue
      const leads = (key: string) => theirs.filter((name) => name.key === key).map(({ lead }) => lead)
      if (leads(one.key).join() === other.lead && leads(other.key).join() === one.lead) return one.key
    }
  const acts = new Set(readActs(held))
  return readActs(said).find((act) => !acts.has(act) && acts.has(act.split('\n').reverse().join('\n'))) ?? null
}

/** "student", "praised", "teacher" for each verb with a word on either side, as lines. */
function readActs({ text, terms }: Facts): string[] {
  return terms.flatMap((verb, i) => {
    const [subject, object] = [terms[i - 1], terms[i + 1]]
    if (!subject || !object || subject.folded === object.folded || !verbal.test(verb.folded)) return []
    const isAct =
      /^ (?:has |had )?$/u.test(text.slice(subject.end, verb.start)) &&
      articles.test(text.slice(verb.end, object.start))
    return isAct ? [[subject, verb, object].map(({ folded }) => folded).join('\n')] : []
  })
}
