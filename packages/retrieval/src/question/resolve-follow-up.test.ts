import type { Answer, Turn } from '@shutten/core'
import { describe, expect, it } from 'vitest'
import { resolveFollowUp } from './resolve-follow-up.js'

const turn = (question: string): Turn => ({ question, answer: {} as Answer })

describe('resolveFollowUp', () => {
  it.each([
    ['それはいつ発表されましたか？', 'BERTとは何ですか？', 'BERT'],
    ['誰が作りましたか？', 'GatorTronのパラメータ数は？', 'GatorTron'],
    ['How large is it?', 'What is MegaMolBART?', 'MegaMolBART'],
  ])('puts what was talked about in front of %s', (question, before, subject) => {
    const resolved = resolveFollowUp({ question, history: [turn(before)] })
    expect(resolved).toContain(subject)
    expect(resolved.endsWith(question)).toBe(true)
  })

  it('follows through a follow-up', () => {
    const history = [turn('BERTとは何ですか？'), turn('それはいつ発表されましたか？')]
    expect(resolveFollowUp({ question: 'その論文は？', history })).toContain('BERT')
  })

  it('leaves a definition that names its subject, however short', () => {
    const history = [turn('BERTとGPT-3のパラメータ数の違いは？')]
    for (const question of ['基盤モデルとは何ですか？', '創発とは？'])
      expect(resolveFollowUp({ question, history })).toBe(question)
    expect(resolveFollowUp({ question: 'その仕組みとは何ですか？', history })).toContain('BERT')
  })

  it('leaves a question that stands alone', () => {
    const question = 'Whisperは何言語を認識できますか？'
    expect(resolveFollowUp({ question, history: [turn('BERTとは何ですか？')] })).toBe(question)
    expect(resolveFollowUp({ question: 'それは？', history: [] })).toBe('それは？')
  })
})
