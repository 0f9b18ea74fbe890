import type { Analyze, Term } from '@shutten/text'
import { normalizeWithMap } from '@shutten/text'

/** Particles, auxiliaries, symbols, fillers. */
const functionWord = /^(?:助詞|助動詞|記号|フィラー)/
const japanese = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

/**
 * Words by a dictionary (IPADIC, through Lindera) in their base forms in place of ICU's; Latin words and bigrams as they
 * are. Terms without offsets: good for measuring only. Loading reads 13 MB.
 */
export async function loadDictionaryAnalyzer({ analyze }: { analyze: Analyze }): Promise<Analyze> {
  const { TokenizerBuilder } = await import('lindera-wasm-nodejs-ipadic')
  const builder = new TokenizerBuilder()
  builder.setDictionary('embedded://ipadic')
  builder.setMode('normal')
  const tokenizer = builder.build()
  return (text) => [
    ...findDictionaryWords(normalizeWithMap(text).text),
    ...analyze(text).filter(({ kind, term }) => kind === 'bigram' || !japanese.test(term)),
  ]

  function findDictionaryWords(text: string): Term[] {
    const tokens = tokenizer.tokenize(text) as { surface: string; baseForm?: string; partOfSpeech: string }[]
    return tokens
      .filter(({ surface, partOfSpeech }) => japanese.test(surface) && !functionWord.test(partOfSpeech))
      .map(({ surface, baseForm }) => ({
        // Words that the dictionary does not know have no base form.
        term: baseForm && baseForm !== '*' ? baseForm : surface,
        kind: 'word',
        start: 0,
        end: 0,
      }))
  }
}
