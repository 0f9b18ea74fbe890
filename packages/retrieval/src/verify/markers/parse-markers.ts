import {
  attributionPattern,
  leadingAttributionPattern,
  markerPattern,
  notePattern,
  superscriptPattern,
} from './marker-patterns.js'

export interface MarkedSentence {
  /** Without markers. */
  text: string
  /** Passage numbers, in order, without repetition; only those that exist. */
  markers: number[]
}

const codeOrLink = /(`+)[^`\n]+?\1|\[[^\]\n]*[^\]\d\s,^#†:\n-][^\]\n]*\]\([^)\s]*\)/gu
const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'
/** A variable before a bracket: a[1], my_list[2], but neither the end of a Japanese word nor that of an English one. */
const variable = /(?:(?<![\p{L}\p{N}])[a-z]|[A-Za-z]\w*_\w*)$/u

/**
 * Takes the markers out of a finished sentence, whatever their form: [1], 【1】, [1,2], [1-3], [^1], ¹, (出典1), Source: 1,
 * 【1†source】, <cite>1</cite>, According to [1], …. What maps to no passage is taken out too. Years, enumerations in round
 * brackets, powers and units, links and code stay.
 */
export function parseMarkers(options: { sentence: string; passages: number }): MarkedSentence {
  const { passages } = options
  const markers: number[] = []
  const add = (numbers: readonly number[]) => {
    for (const number of numbers)
      if (number >= 1 && number <= passages && !markers.includes(number)) markers.push(number)
  }
  const kept: string[] = []
  const guarded = options.sentence.replace(codeOrLink, (found) => {
    kept.push(found)
    return `\ue000${kept.length - 1}\ue001`
  })
  const takeOut = (found: string) => {
    add(readNumbers(found, passages))
    return '\ue002'
  }
  let lastIndexEnd = -1
  const text = guarded
    .replace(leadingAttributionPattern, (found) => `${takeOut(found)}\ue003`)
    .replace(attributionPattern, (found) => takeOut(found))
    .replace(notePattern, takeOut)
    .replace(markerPattern, (found, ...rest) => {
      const at = rest.find((part) => typeof part === 'number') as number
      const source = rest.find(
        (part, i) => i > 0 && typeof part === 'string' && typeof rest[i - 1] === 'number',
      ) as string
      const isIndex = found.startsWith('[') && (at === lastIndexEnd || variable.test(source.slice(0, at)))
      if (!isIndex) return takeOut(found)
      lastIndexEnd = at + found.length
      return found
    })
    .replace(superscriptPattern, (found, at: number, source: string) =>
      isNoteMark({ before: source.slice(0, at), found, passages }) ? takeOut(found) : found,
    )
  return { text: restore(clean(text), kept), markers }
}

/** Not a power or a unit: it follows a stop, a Japanese letter or a long word, and every number in it is a passage's. */
function isNoteMark({ before, found, passages }: { before: string; found: string; passages: number }): boolean {
  if (
    !/(?:[。．.!?！？」』）)\ue002]|[\p{Script=Hiragana}\p{Script=Han}\p{Script=Katakana}]|\p{Script=Latin}{4,})$/u.test(
      before,
    )
  )
    return false
  return readNumbers(found, passages).some((number) => number >= 1 && number <= passages)
}

function readNumbers(found: string, passages: number): number[] {
  const plain = found
    .replace(/\((?:#|https?:)[^)]*\)/gu, '')
    .replace(new RegExp(`[${superscripts}]`, 'gu'), (digit) => String(superscripts.indexOf(digit)))
    .normalize('NFKC')
    .replace(/(?::\d+)?†[^\]】,、]*/gu, '')
  const numbers: number[] = []
  for (const match of plain.matchAll(/(\d+)(?:\s*[\])】]*\s*[-–—‐~〜]\s*[[(【]*\s*(\d+))?/gu)) {
    const [first, last] = [Number(match[1]), match[2] === undefined ? null : Number(match[2])]
    if (last !== null && first < last && last <= passages)
      for (let number = first; number <= last; number++) numbers.push(number)
    else numbers.push(first, ...(last === null ? [] : [last]))
  }
  return numbers
}

/** Closes the gaps that markers left. */
function clean(text: string): string {
  return text
    .replace(/^\s*\ue002\ue003(\p{Ll})/u, (_, letter: string) => letter.toUpperCase())
    .replace(/\ue003/gu, '')
    .replace(/[（(［[]\s*(?:\ue002[\s,、;・&]*)+[）)\]］]/gu, '\ue002')
    .replace(/([。．.!?！？])\s*(?:\ue002\s*)+[。．.](?=\s|$|\ue002)/gu, '$1')
    .replace(/\s*(?:\ue002[\s,、;・]*)+([。．.!?！？,、;；:：」』）)])(?!\s*\ue002)/gu, '$1')
    .replace(/^(?:\s*\ue002[\s,、:：]*)+/u, '')
    .replace(/\s*(?:[-–—]\s*)?(?:\ue002[\s,、;・~〜～–-]*)+$/u, '')
    .replace(/(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}。、]) ?(?:\ue002\s*)+/gu, '')
    .replace(/(?:\s*\ue002)+\s*/gu, ' ')
    .replace(/[ \t]{2,}/g, ' ')
    .trim()
}

function restore(text: string, kept: readonly string[]): string {
  return text.replace(/\ue000(\d+)\ue001/gu, (_, index) => kept[Number(index)] ?? '')
}
