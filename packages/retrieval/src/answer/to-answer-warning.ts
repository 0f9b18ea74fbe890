import type { AnswerWarning, ErrorBody, Language } from '@shutten/core'

const notices: Partial<Record<ErrorBody['code'], Record<Language, string>>> = {
  RERANKER_UNAVAILABLE: {
    ja: '再順位付けの仕組みが応答しないため、それを使わずに探しました。',
    en: 'The reranker did not answer; the sources were searched without it.',
  },
  LLM_UNAVAILABLE: {
    ja: '言語モデルから回答を得られなかったため、資料の文をそのまま抜き出して答えています。',
    en: 'The language model gave no answer, so this one quotes the sources word for word.',
  },
  SENTENCE_WITHHELD: {
    ja: '資料の内容ではなく回答への指示にあたる文や、出典にないアドレスなどを含む文は、回答から除きました。',
    en: 'Sentences that give orders instead of facts, or hold addresses that the sources do not, were left out of the answer.',
  },
  SENTENCE_UNSUPPORTED: {
    ja: '言語モデルが書いた文のうち、出典で確認できなかったものは回答から除きました。',
    en: 'Sentences of the language model that the sources do not confirm were left out of the answer.',
  },
  ANSWER_NOT_KEPT: {
    ja: 'この回答は履歴に保存できませんでした。必要な場合は、画面を閉じる前に控えてください。',
    en: 'This answer could not be kept in the history. Copy it before you leave if you need it.',
  },
  PART_NOT_FOUND: {
    ja: '質問のうち次の部分は、登録されている出典の中に見つかりませんでした：{message}',
    en: 'The sources do not hold this part of the question: {message}',
  },
  LLM_INTERRUPTED: {
    ja: '言語モデルの回答が途中で切れました。ここまでの文は出典で確認済みですが、続きが欠けているかもしれません。',
    en: 'The language model broke off. The sentences shown were checked against the sources, but something may be missing after them.',
  },
}

/** An error that the answer was made in spite of, with what it means for the reader, in the question's language. */
export function toAnswerWarning(options: { error: ErrorBody; language: Language }): AnswerWarning {
  const { code, message, suggestion } = options.error
  return {
    code,
    message,
    suggestion,
    notice: notices[code]?.[options.language].replace('{message}', message) ?? message,
  }
}
