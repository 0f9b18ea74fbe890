/** What always has its name, number or example after it. */
const beforeMore = new Set(
  'mr mrs ms dr prof st mt gen col lt sgt capt rev hon messrs mme mlle e.g i.e cf vs v viz al approx ca fig figs eq eqs sec secs ch chap ref refs tab thm def vol vols no nos pp p ed eds resp arxiv incl esp'.split(
    ' ',
  ),
)
/** Of these, what is an ordinary word too unless a number follows. */
const beforeNumber = new Set('no nos p v ch ed tab ref def sec fig al'.split(' '))
/** What may end a sentence as well as stand inside one. */
const anywhere = new Set('etc inc corp ltd co bros jr sr esq ph.d m.d b.sc m.sc a.m p.m dept univ assn est'.split(' '))
const months = new Set('jan feb mar apr jun jul aug sep sept oct nov dec'.split(' '))
/** Words that begin a sentence far more often than they follow an abbreviation. */
const sentenceStarters = new Set(
  'the a an it its he she they we you i this that these those there in on at as for from by with but and or so however if when while after before since although because here what who how why where then now our their his her my your no yes not one some many most all each both to of is are was were do does did let see more first second finally also moreover furthermore meanwhile instead'.split(
    ' ',
  ),
)

/** Longest token looked at before the stop, in UTF-16 code units. */
const maxToken = 24

/**
 * Is the full stop at `stop` part of a word rather than the end of a sentence? `next` is where the following text
 * begins (after white space), `sentenceStart` where the sentence does.
 */
export function isAbbreviation(options: { text: string; stop: number; next: number; sentenceStart: number }): boolean {
  const { text, stop, next, sentenceStart } = options
  const before = text.slice(Math.max(sentenceStart, stop - maxToken), stop).trimStart()
  const token = /[\p{L}\p{N}.]*$/u.exec(before)?.[0] ?? ''
  const isWhole = token.length === before.length && stop - maxToken <= sentenceStart
  if (isWhole && /^(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})(?:\.\d{1,3})*$/.test(token)) return true
  const following = /^[\p{L}\p{N}'’]*/u.exec(text.slice(next, next + maxToken))?.[0] ?? ''
  const isBeforeNumber = /^\d/.test(following)
  const isInitials = /^(?:\p{Lu}|(?:\p{L}\.)+\p{L})$/u.test(token)
  const word = token.toLowerCase()
  if (months.has(word)) return isBeforeNumber
  if (word === 'al') return /\bet $/i.test(before.slice(0, -2)) && !startsSentence(following)
  if (beforeNumber.has(word) && !isInitials) return isBeforeNumber
  if (beforeMore.has(word)) return true
  return (isInitials || anywhere.has(word)) && !startsSentence(following)
}

function startsSentence(word: string): boolean {
  return /^\p{Lu}/u.test(word) && sentenceStarters.has(word.toLowerCase().replace(/['’].*$/, ''))
}
