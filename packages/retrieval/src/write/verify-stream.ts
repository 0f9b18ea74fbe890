import type { Embedder, GenerationPassage, Support } from '@shutten/core'
import { contentTerms, detectLanguage, findQuantities, foldText, splitSentences } from '@shutten/text'
import type { DraftSentence, Evidence } from '../answer/build-citations.js'
import { parseMarkers } from './parse-markers.js'
import { splitStream } from './split-stream.js'

interface Located {
  passage: GenerationPassage
  start: number
  end: number
  text: string
  vector: Float32Array
}

const dot = (a: Float32Array, b: Float32Array) => {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number)
  return sum
}

/** Every number of the sentence stands in the quote. */
function numbersAgree(sentence: string, quote: string): boolean {
  const held = new Set(findQuantities(quote).map((quantity) => quantity.value))
  return findQuantities(sentence).every((quantity) => held.has(quantity.value))
}

/** Share of the sentence's content terms that the quote or its headings hold; 1 across languages. */
function termsHeld(sentence: string, quote: string, context: string): number {
  if (detectLanguage(sentence) !== detectLanguage(quote)) return 1
  const folded = foldText(`${context}\n${quote}`)
  const terms = contentTerms(sentence)
  if (terms.length === 0) return 1
  return terms.filter((term) => folded.includes(foldText(term.term))).length / terms.length
}

/** Cosines at which e5 sentences say the same, and say related things. */
const sameCosine = 0.9
const relatedCosine = 0.84

function judge(sentence: string, found: Located, cosine: number): { support: Support; score: number } {
  const context = [found.passage.title, ...found.passage.headingPath].join('\n')
  if (!numbersAgree(sentence, found.text) || cosine < relatedCosine) return { support: 'unsupported', score: 0.2 }
  const held = termsHeld(sentence, found.text, context)
  const score = Math.min(1, 0.5 * held + 0.5 * Math.max(0, (cosine - 0.7) / 0.3))
  return { support: cosine >= sameCosine && held >= 0.6 ? 'supported' : 'partial', score }
}

const asDraft = (text: string, found: Located, verdict: { support: Support; score: number }): DraftSentence => ({
  text,
  evidence: [
    {
      passage: found.passage,
      start: found.start,
      end: found.end,
      score: verdict.score,
      highlights: [],
    } satisfies Evidence,
  ],
  ...verdict,
})

/**
 * Checks each sentence as it is finished against what it cites and, failing that, against the other passages.
 * A wrong or missing marker becomes the right one; a sentence that no passage holds is dropped.
 */
export async function* verifyStream(options: {
  stream: AsyncIterable<string>
  passages: readonly GenerationPassage[]
  embedder: Embedder
  signal?: AbortSignal
}): AsyncGenerator<DraftSentence, void, undefined> {
  const { passages, embedder, signal } = options
  const sentences = passages.flatMap((passage) =>
    splitSentences(passage.text).map(({ start, end }) => ({
      passage,
      start,
      end,
      text: passage.text.slice(start, end),
    })),
  )
  const vectors = await embedder.embedPassages(
    sentences.map((sentence) => sentence.text),
    { signal },
  )
  const located = sentences.map((sentence, i): Located => ({ ...sentence, vector: vectors[i] as Float32Array }))

  for await (const raw of splitStream(options.stream)) {
    const { text, markers } = parseMarkers({ sentence: raw, passages: passages.length })
    if (!/[\p{L}\p{N}]/u.test(text)) continue
    const [vector] = await embedder.embedPassages([text], { signal })
    const cited = new Set(markers.map((number) => passages[number - 1]?.id))
    const ranked = located
      .map((found) => ({ found, cosine: dot(vector as Float32Array, found.vector) }))
      .map((one) => ({ ...one, verdict: judge(text, one.found, one.cosine) }))
      .sort((a, b) => b.verdict.score - a.verdict.score || b.cosine - a.cosine)
    const good = ranked.filter((one) => one.verdict.support !== 'unsupported')
    const best = good.find((one) => cited.has(one.found.passage.id) && one.verdict.support === 'supported') ?? good[0]
    if (best) yield asDraft(text, best.found, best.verdict)
  }
}
