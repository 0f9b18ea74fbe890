import {
  type AppliedEdit,
  type Generation,
  type GenerationPassage,
  type PassageExclusion,
  toSourceOffset,
  toSourceText,
} from '@shutten/core'

/** Stands where no passage and no lead does: no stored text holds it. */
const gap = '\uffff'

/**
 * The ordinals of passages that hold any of the words excluded of their document, wherever these stand in it now. Another
 * chunker's passage that shares but a sentence with them is one, too: what was excluded is never found. The words are the source's:
 * a passage that an editor has written stays excluded with what it was written for.
 */
export function findExcluded(options: {
  generation: Pick<Generation, 'getDocumentPassages'>
  exclusions: readonly PassageExclusion[]
}): Set<number> {
  const byDocument = new Map<string, string[]>()
  for (const { documentId, text } of options.exclusions) {
    const known = byDocument.get(documentId)
    if (known) known.push(text)
    else byDocument.set(documentId, [text])
  }
  const known = found.get(options.generation) ?? new Map<string, Found>()
  found.set(options.generation, known)
  const excluded = new Set<number>()
  for (const [documentId, texts] of byDocument) {
    const key = JSON.stringify(texts)
    const before = known.get(documentId)
    const ordinals = before?.key === key ? before.ordinals : findOfDocument({ ...options, documentId, texts })
    if (ordinals !== before?.ordinals) known.set(documentId, { key, ordinals })
    for (const ordinal of ordinals) excluded.add(ordinal)
  }
  return excluded
}

interface Found {
  /** The words that were looked for. */
  key: string
  ordinals: readonly number[]
}

/** A generation never changes: after one exclusion more, only its document is looked through again. */
const found = new WeakMap<object, Map<string, Found>>()

function findOfDocument(options: {
  generation: Pick<Generation, 'getDocumentPassages'>
  documentId: string
  texts: readonly string[]
}): number[] {
  const passages = options.generation.getDocumentPassages(options.documentId)
  const edits = collectEdits(passages)
  const whole = toSourceText({ text: joinPassages(passages), start: 0, edits })
  const spans = passages.map(({ ordinal, start, end }) => ({
    ordinal,
    start: toSourceOffset({ offset: start, edits }),
    end: toSourceOffset({ offset: end, edits }),
  }))
  const ordinals = new Set<number>()
  for (const text of options.texts)
    for (let at = whole.indexOf(text); at >= 0; at = whole.indexOf(text, at + 1))
      for (const { ordinal, start, end } of spans) if (start < at + text.length && end > at) ordinals.add(ordinal)
  return [...ordinals]
}

/** Each once, where it is in several passages. */
function collectEdits(passages: readonly GenerationPassage[]): AppliedEdit[] {
  return [...new Map(passages.flatMap(({ edits = [] }) => edits).map((edit) => [edit.start, edit])).values()]
}

/** The document's text as far as its passages and what stands between them go, each at its offset. */
function joinPassages(passages: readonly GenerationPassage[]): string {
  let whole = ''
  for (const { start, text, lead } of passages) {
    const begin = start - lead.length
    if (begin > whole.length) whole += gap.repeat(begin - whole.length)
    whole += (lead + text).slice(Math.max(0, whole.length - begin))
  }
  return whole
}
