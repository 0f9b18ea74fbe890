import type { Answer } from './answer.js'

const words = {
  ja: 'この回答が引いていた資料は削除されたため、回答も消しました。もう一度質問すると、いまの資料から答えます。',
  en: 'A document that this answer quoted was deleted, and the answer with it. Ask again for an answer from the present documents.',
}

/** What is left of an answer when a document that it quoted, or named as near, is deleted: nothing that it said. */
export function withdrawAnswer(answer: Answer): Answer {
  const { question, language, model, generation, conversationId, timings } = answer
  return {
    question,
    status: 'refused',
    language,
    answer: words[language] ?? words.en,
    confidence: 0,
    sentences: [],
    citations: [],
    withdrawn: true,
    model,
    generation,
    conversationId,
    timings,
  }
}
