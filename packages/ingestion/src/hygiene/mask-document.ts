import type { DocumentBlock, ExtractedDocument, HygieneFinding } from '@shutten/core'
import { getPlaceholder } from './rule-texts.js'

interface Replacement {
  start: number
  end: number
  text: string
}

/**
 * Puts a placeholder in the place of each finding that is to be masked, in text and title; blocks and the offsets of all
 * findings move along. Findings that overlap share the placeholder of the first. One that reaches over several blocks gets one in each, and
 * what stands between blocks stays. Every other code unit stays as it was.
 */
export function maskDocument(options: { document: ExtractedDocument; findings: readonly HygieneFinding[] }): {
  document: ExtractedDocument
  findings: HygieneFinding[]
} {
  const { document, findings } = options
  const masked = findings.filter(({ action }) => action === 'mask')
  const { language, blocks } = document
  const replace = (field: HygieneFinding['field']) => {
    const borders = field === 'text' ? blocks.flatMap(({ start, end }) => [start, end]) : []
    return replaceAll({
      text: document[field],
      replacements: joinFindings(masked.filter((finding) => finding.field === field)).flatMap((joined) =>
        cutAt({
          ...joined,
          borders,
          text: document[field],
          placeholder: getPlaceholder({ kind: joined.kind, language }),
        }),
      ),
    })
  }
  const title = replace('title')
  const text = replace('text')
  return {
    document: {
      ...document,
      title: title.text,
      text: text.text,
      blocks: blocks.map(
        (block): DocumentBlock => ({ ...block, start: text.moveStart(block.start), end: text.moveEnd(block.end) }),
      ),
    },
    findings: findings.map((finding) => {
      const { moveStart, moveEnd } = finding.field === 'title' ? title : text
      return { ...finding, start: moveStart(finding.start), end: moveEnd(finding.end) }
    }),
  }
}

function joinFindings(findings: readonly HygieneFinding[]) {
  const joined: Pick<HygieneFinding, 'kind' | 'start' | 'end'>[] = []
  for (const { kind, start, end } of findings.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = joined.at(-1)
    if (last && start < last.end) last.end = Math.max(last.end, end)
    else joined.push({ kind, start, end })
  }
  return joined
}

/** The parts of a stretch between the borders of blocks; white space alone is no part. */
function cutAt(options: {
  start: number
  end: number
  borders: readonly number[]
  text: string
  placeholder: string
}): Replacement[] {
  const { start, end, borders, text, placeholder } = options
  const cuts = [start, ...new Set(borders.filter((at) => at > start && at < end)), end]
  return cuts.slice(1).flatMap((to, i) => {
    const from = cuts[i] ?? start
    return text.slice(from, to).trim() === '' ? [] : [{ start: from, end: to, text: placeholder }]
  })
}

function replaceAll({ text, replacements }: { text: string; replacements: readonly Replacement[] }) {
  let replaced = ''
  let from = 0
  for (const replacement of replacements) {
    replaced += text.slice(from, replacement.start) + replacement.text
    from = replacement.end
  }
  replaced += text.slice(from)
  /** Offsets inside what was replaced go to its beginning or to its end. */
  const move = (at: number, isEnd: boolean) => {
    let shift = 0
    for (const replacement of replacements) {
      if (replacement.start >= at) break
      const grown = replacement.text.length - (replacement.end - replacement.start)
      if (replacement.end <= at) shift += grown
      else return replacement.start + shift + (isEnd ? replacement.text.length : 0)
    }
    return at + shift
  }
  return { text: replaced, moveStart: (at: number) => move(at, false), moveEnd: (at: number) => move(at, true) }
}
