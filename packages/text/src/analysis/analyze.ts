import { createAnalyzer } from './create-analyzer.js'

/**
 * The one analyser for index and query, in document order.
 *
 * Words, in their canonical form (see `canonicalTerm`): ICU's words, whole katakana runs, hyphenated compounds, and the
 * parts of both (GPT-3 → gpt3, gpt, 3; 5,300億 → 5300, 億; 1.5B → 1.5b, 1.5, b). Hiragana standing alone (particles)
 * are left out. Bigrams: every two neighbouring characters of a run of Japanese script. Both in one spelling where there
 * are several (see `Folding`): サーバ and サーバー, 學校 and 学校, 十二 and 12 are the same.
 */
export const analyze = createAnalyzer()
