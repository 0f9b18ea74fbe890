import { type NormalizedText, normalizeWithMap } from '../normalization/normalize-with-map.js'
import type { TextSpan } from '../spans/text-span.js'
import { segmentWords } from '../words/segment-words.js'
import { isHiraganaFunctionRun } from './is-hiragana-function-run.js'
import { englishStopWords, japaneseFunctionPhrase } from './stop-words.js'
import type { Term } from './term.js'

/**
 * A compound: kanji, katakana, Latin and digits without a gap, with the hiragana that Japanese compounds hold inside
 * (教師あり学習, 学習済みモデル, 埋め込み表現, 振る舞い), cut after 60 characters.
 */
const core = '[\\p{Script=Han}\\p{Script=Katakana}ー\\p{Script=Latin}\\p{Nd}\\p{M}]'
const joiner = `(?:(?<=[\\p{Script=Latin}\\p{Nd}])[-‐.·&_'’](?=[\\p{Script=Latin}\\p{Nd}])|(?<=\\p{Nd}),(?=\\p{Nd}{3}(?!\\p{Nd}))|(?<=[\\p{Script=Katakana}ー])・(?=\\p{Script=Katakana}))`
/** Second verbs of compounds, as 込 in 埋め込み: those that stand alone, and those that take more kana after them. */
const secondVerb = '[込替換組付違舞重消抜戻]'
const looseSecondVerb = '[合出上下取扱当直返続始切立落回分]'
const stemKana = '[みりきちしけめえいびぎげべれせね]'
const infix = `(?:${[
  `(?<=[\\p{Script=Han}\\p{Script=Katakana}ー])(?:あり|なし)(?=[\\p{Script=Han}\\p{Script=Katakana}])`,
  `(?<=済)み(?=${core})`,
  `(?<=付)き(?=${core})`,
  `(?<=向)け(?=${core})`,
  '(?<=振)る(?=舞)',
  `(?<=\\p{Script=Han})${stemKana}(?=${secondVerb}[^\\p{Script=Han}])`,
  `(?<=\\p{Script=Han})${stemKana}(?=${looseSecondVerb}[わげりきえしけいせ])`,
  `(?<=${stemKana}${secondVerb})[みえけ](?=${core})`,
  `(?<=${stemKana}合)わせ(?=${core})`,
].join('|')})`
const ending = `(?:(?<=(?:${stemKana}|る)${secondVerb})[みえけきい]|(?<=${stemKana}合)わせ)?`
const compound = new RegExp(`${core}(?:${core}|${joiner}|${infix}){0,59}${ending}(?:\\+\\+|#)?`, 'gu')
const hiragana = /\p{Script=Hiragana}+/gu
/** Nouns that are the stem of a verb or adjective end so: 違い, 重み, 誤り, 速さ. */
const nounEnding = /^[いみりさえれびきしけち]$/

/**
 * The words of a question or sentence that carry its content, in order, not overlapping: compounds as far as script runs
 * tell (自己教師あり学習, 1750億個, GPT-3), English names and Japanese-style spaced ones as one (Stable Diffusion,
 * ニューラル ネットワーク), stems of verbs and adjectives (使 of 使われた); no particles, auxiliaries, question words or
 * requests. `term` is the slice of the source as `normalizeWithMap` folds it, and `kind` is always 'word'.
 */
export function contentTerms(text: string): Term[] {
  const normalized = normalizeWithMap(text)
  const blanked = normalized.text.replace(japaneseFunctionPhrase, (phrase) => ' '.repeat(phrase.length))
  const pieces = [...findCompounds(blanked), ...findHiraganaWords(blanked)].sort((a, b) => a.start - b.start)
  return joinSpaced(pieces, { text: blanked, source: text, normalized }).map((piece) => ({
    term: normalized.text.slice(piece.start, piece.end),
    kind: 'word',
    ...normalized.sourceSpan(piece.start, piece.end),
  }))
}

function findCompounds(text: string): TextSpan[] {
  const spans: TextSpan[] = []
  for (const match of text.matchAll(compound)) {
    const start = match.index
    let end = start + match[0].length
    if (englishStopWords.has(match[0])) continue
    if (/^\p{Script=Han}$/u.test(match[0]) && nounEnding.test(text[end] ?? '') && isBoundary(text, end + 1)) end++
    spans.push({ start, end })
  }
  return spans
}

/** After a stem and its ending: no further hiragana, or a particle. */
function isBoundary(text: string, at: number): boolean {
  return /^(?:[^\p{Script=Hiragana}]|$|[をはがにのとも])/u.test(text.slice(at, at + 2))
}

function findHiraganaWords(text: string): TextSpan[] {
  const spans: TextSpan[] = []
  for (const match of text.matchAll(hiragana)) {
    const followsKanji = /\p{Script=Han}/u.test(text[match.index - 1] ?? '')
    if (isHiraganaFunctionRun(match[0], { followsKanji })) continue
    for (const word of segmentWords(match[0])) {
      if (word.text.length < 2 || (followsKanji && word.start === 0)) continue
      if (isHiraganaFunctionRun(word.text, { followsKanji: false })) continue
      spans.push({ start: match.index + word.start, end: match.index + word.end })
    }
  }
  return spans
}

/** Joins what one space parts: names and numbers in Latin letters, katakana words, a number and its Japanese counter. */
function joinSpaced(
  pieces: readonly TextSpan[],
  context: { text: string; source: string; normalized: NormalizedText },
): TextSpan[] {
  const { text, source, normalized } = context
  const isJapaneseText = /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)
  const joined: TextSpan[] = []
  for (const piece of pieces) {
    const previous = joined.at(-1)
    if (previous && text.slice(previous.end, piece.start) === ' ' && belongTogether(previous, piece)) {
      previous.end = piece.end
    } else joined.push({ ...piece })
  }
  return joined

  function belongTogether(left: TextSpan, right: TextSpan): boolean {
    const [before, after] = [text[left.end - 1] ?? '', text[right.start] ?? '']
    if (/[\p{Script=Katakana}ー]/u.test(before) && /\p{Script=Katakana}/u.test(after)) return true
    if (/\p{Nd}/u.test(before) && /\p{Script=Han}/u.test(after)) return true
    if (!isLatin(text.slice(left.start, left.end)) || !isLatin(text.slice(right.start, right.end))) return false
    return isJapaneseText ? !isNumber(left) : isName(left) && (isName(right) || isNumber(right))
  }

  function isNumber(span: TextSpan): boolean {
    return /^\p{Nd}/u.test(text.slice(span.start, span.end))
  }

  function isName(span: TextSpan): boolean {
    return /^\p{Lu}/u.test(source.slice(normalized.toSource(span.start)))
  }
}

function isLatin(text: string): boolean {
  return /^[\p{Script=Latin}\p{Nd}]/u.test(text) && !/[\p{Script=Han}\p{Script=Katakana}]/u.test(text)
}
