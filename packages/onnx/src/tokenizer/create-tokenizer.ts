import { createCharsmap } from './create-charsmap.js'
import { createUnigram } from './create-unigram.js'
import { blankMark, normalizeText } from './normalize-text.js'

/** Token ids and, for each, where it stands in the text: [starts[i], ends[i]), UTF-16 code units. No special tokens. */
export interface Tokens {
  ids: number[]
  starts: number[]
  ends: number[]
}

export interface Tokenizer {
  /** Token ids of `<s>` and `</s>`, and of what fills up a batch. */
  readonly special: { begin: number; end: number; padding: number }
  /** At most `maxTokens` tokens; the text is cut behind them. */
  tokenize(options: { text: string; maxTokens: number }): Tokens
}

/** The parts of a Hugging Face `tokenizer.json` that are read. */
export interface TokenizerFile {
  added_tokens: { id: number; content: string }[]
  normalizer: { normalizers: { type: string; precompiled_charsmap?: string }[] }
  model: { type: string; unk_id: number; vocab: [piece: string, score: number][] }
}

/** No piece is longer, so a text of `maxTokens` tokens has at most this many times as many characters (runs of blanks apart). */
const longestPiece = 16

/**
 * A SentencePiece tokenizer (XLM-RoBERTa's kind) with exact offsets into the text as it was given. Gives the ids of the
 * Hugging Face reference; only special tokens written out in a text ("<s>") are read as the characters they are.
 */
export function createTokenizer(file: TokenizerFile): Tokenizer {
  const table = file.normalizer.normalizers.find((one) => one.type === 'Precompiled')?.precompiled_charsmap
  if (file.model.type !== 'Unigram' || table === undefined)
    throw new Error('The tokenizer is not a SentencePiece unigram model.')
  const charsmap = createCharsmap(table)
  const special = new Map(file.added_tokens.map((token) => [token.content, token.id]))
  const idOf = (content: string) => {
    const id = special.get(content)
    if (id === undefined) throw new Error(`The tokenizer has no ${content}.`)
    return id
  }
  const unigram = createUnigram({
    vocabulary: file.model.vocab,
    unknownId: file.model.unk_id,
    special: new Set(special.values()),
  })

  return {
    special: { begin: idOf('<s>'), end: idOf('</s>'), padding: idOf('<pad>') },
    tokenize: ({ text, maxTokens }) => {
      const {
        text: normalized,
        starts,
        ends,
      } = normalizeText({
        text: text.slice(0, maxTokens * longestPiece),
        charsmap,
      })
      const tokens: Tokens = { ids: [], starts: [], ends: [] }
      for (let from = 0; from < normalized.length && tokens.ids.length < maxTokens; ) {
        const next = normalized.indexOf(blankMark, from + 1)
        const to = next < 0 ? normalized.length : next
        for (const token of unigram(normalized, from, to)) {
          if (tokens.ids.length === maxTokens) break
          tokens.ids.push(token.id)
          tokens.starts.push(starts[token.start] as number)
          tokens.ends.push(ends[token.end - 1] as number)
        }
        from = to
      }
      return tokens
    },
  }
}
