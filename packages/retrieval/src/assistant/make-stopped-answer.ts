import type { Answer, AnswerSentence, Citation, Language } from '@shutten/core'

/** The sentences that had come when an answer was stopped, as an answer. */
export function makeStoppedAnswer(options: {
  question: string
  conversationId: string | null
  language: Language
  sentences: readonly AnswerSentence[]
  citations: readonly Citation[]
  /** Who was writing it, and from which generation. */
  identity: Pick<Answer, 'model' | 'generation'>
  milliseconds: number
}): Answer {
  const { question, conversationId, language, sentences, identity } = options
  const cited = new Set(sentences.flatMap((sentence) => sentence.citations))
  return {
    question,
    status: 'answered',
    language,
    answer: sentences.reduce((said, sentence) => {
      const markers = sentence.citations.map((number) => `[${number}]`).join('')
      const gap = language === 'en' && said !== '' && !/\s$/.test(said) ? ' ' : ''
      return `${said}${gap}${sentence.text}${markers}`
    }, ''),
    confidence: 0,
    sentences: [...sentences],
    citations: options.citations.filter(({ number }) => cited.has(number)).sort((a, b) => a.number - b.number),
    ...identity,
    conversationId,
    stopped: true,
    timings: { total: options.milliseconds },
  }
}
