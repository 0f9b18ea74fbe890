import { foldCodePoints } from './fold-code-points.js'

/**
 * The one form under which index and query know a word: folded as `normalizeWithMap` folds; without characters that
 * show nothing (soft hyphen, zero-width joiner); without what joins its parts (pre-training → pretraining, GPT-3 → gpt3,
 * DALL·E → dalle, 1,750 → 1750; the point of 3.14 stays); without the possessive; English plurals cut back (see
 * `singular`). Empty where nothing is left.
 */
export function canonicalTerm(word: string): string {
  const plain = foldCodePoints(word)
    .replace(/\p{Default_Ignorable_Code_Point}+/gu, '')
    .replace(/['’]s$/, '')
    .replace(/(?<!\d)\.|\.(?!\d)|[^\p{L}\p{N}\p{M}.+#]/gu, '')
  return /^[a-z]{3,}s$/.test(plain) ? singular(plain) : plain
}

/** Words in -s that are no plurals and whose stem would be another word, or would read oddly. */
const notPlural = new Set(
  'always analysis atlas basis bias canvas chaos does gas genesis hypothesis macos news pandas perhaps synthesis this thus whereas'.split(
    ' ',
  ),
)

/**
 * The S stemmer of Harman, "How Effective Is Suffixing?" (1991): no stem of it is far from its word, and both sides of
 * every search pass through it. Added: -es after a hiss goes whole (processes → process), GPUs and their like are plurals.
 */
function singular(word: string): string {
  if (/^[cdginqtx]pus$/.test(word)) return word.slice(0, -1)
  if (notPlural.has(word) || /[jsu]s$/.test(word)) return word
  if (/[^ae]ies$/.test(word)) return `${word.slice(0, -3)}y`
  if (/(?:ss|x|ch|sh|zz)es$/.test(word) && word !== 'caches') return word.slice(0, -2)
  return word.slice(0, -1)
}
