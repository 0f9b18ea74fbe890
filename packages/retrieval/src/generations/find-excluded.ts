import type { Generation, GenerationPassage, PassageExclusion } from '@shutten/core'

/** Stands where no passage and no lead does: no stored text holds it. */
const gap = '\uffff'

/**
 * The ordinals of passages that hold any of the words excluded of their document, wherever these stand in it now. Another
 * chunker's passage that shares but a sentence with them is one, too: what was excluded is never found.
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
  const excluded = new Set<number>()
  for (const [documentId, texts] of byDocument) {
    const passages = options.generation.getDocumentPassages(documentId)
    const whole = joinPassages(passages)
    for (const text of texts)
      for (let at = whole.indexOf(text); at >= 0; at = whole.indexOf(text, at + 1))
        for (const { ordinal, start, end } of passages) if (start < at + text.length && end > at) excluded.add(ordinal)
  }
  return excluded
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
