import type { Reader, Reading, RerankPassage } from '@shutten/core'
import { foldText } from '@shutten/text'

/**
 * What tells what a text is about, in front of it: the title and the innermost heading, unless the text says them.
 * On JSQuAD the title in front raised the reader's MRR@10 and its AUC against wrong passages (docs/evaluation.md).
 */
export function contextOf(passage: Pick<RerankPassage, 'title' | 'headingPath' | 'language'>, text: string): string {
  const stop = passage.language === 'ja' ? '。' : '. '
  const folded = foldText(text)
  return [passage.title, passage.headingPath.at(-1)]
    .filter((part): part is string => !!part && !folded.includes(foldText(part)))
    .map((part) => part + stop)
    .join('')
}

/** Reads texts under their context; spans come back as offsets into the text alone. */
export async function readInContext(options: {
  reader: Reader
  question: string
  texts: readonly { context: string; text: string }[]
  signal?: AbortSignal
}): Promise<Reading[]> {
  const readings = await options.reader.read({
    question: options.question,
    passages: options.texts.map(({ context, text }) => context + text),
    signal: options.signal,
  })
  return readings.map(({ relevance, answer }, i): Reading => {
    const shift = options.texts[i]?.context.length ?? 0
    if (!answer || answer.end <= shift) return { relevance, answer: null }
    return { relevance, answer: { ...answer, start: Math.max(0, answer.start - shift), end: answer.end - shift } }
  })
}
