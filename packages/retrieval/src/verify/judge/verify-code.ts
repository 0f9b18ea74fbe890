import type { GenerationPassage } from '@shutten/core'
import type { DraftSentence } from '../../answer/build-citations.js'
import { findCode } from '../source/find-code.js'

/**
 * Code is supported when a passage holds every character of it, blanks apart, and is shown as the passage has it. Where the
 * passage breaks its lines elsewhere, the lines are the model's, and it is supported in part: in some languages they matter.
 */
export function verifyCode(options: {
  code: string
  language?: string | undefined
  passages: readonly GenerationPassage[]
}): DraftSentence {
  const { code, language = '', passages } = options
  const found = findCode({ code, passages })
  const isSame = found !== null && countLines(found.text) === countLines(code)
  const text = isSame ? found.text : code
  const mark = '`'.repeat(Math.max(3, ...[...text.matchAll(/`+/gu)].map(([ticks]) => ticks.length + 1)))
  return {
    text: `${mark}${language}\n${text}\n${mark}`,
    layout: 'code',
    evidence: found ? [{ passage: found.passage, start: found.start, end: found.end, score: 1, highlights: [] }] : [],
    support: found ? (isSame ? 'supported' : 'partial') : 'unsupported',
    score: found ? 1 : 0,
  }
}

const countLines = (text: string) => text.split('\n').filter((line) => line.trim() !== '').length
