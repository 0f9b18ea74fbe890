import { describe, expect, it } from 'vitest'
import { findUntimelyEnd } from './find-untimely-end.js'

describe('findUntimelyEnd', () => {
  it.each(['stop', 'STOP', 'end_turn', 'eogToken', 'completed', 'stop_sequence'])('takes %s for the end', (reason) => {
    expect(findUntimelyEnd({ finishReason: reason, output: '途中まで' })).toBeNull()
  })

  it.each([
    ['length', 'too-long'],
    ['MAX_TOKENS', 'too-long'],
    ['maxTokens', 'too-long'],
    ['content_filter', 'filtered'],
    ['SAFETY', 'filtered'],
    ['refusal', 'filtered'],
  ])('takes %s for no end', (finishReason, kind) => {
    expect(findUntimelyEnd({ finishReason, output: '終わった。' })).toEqual({ kind })
  })

  it.each([
    ['終わった。[1]', null],
    ['It ended. ', null],
    ['', null],
    ['BERTは2018年に', { kind: 'cut' }],
    ['BERT was published in', { kind: 'cut' }],
  ])('looks at the last sentence where no reason is given: %j', (output, failure) => {
    expect(findUntimelyEnd({ finishReason: null, output })).toEqual(failure)
  })
})
