import type { Language } from '@shutten/core'

/** What a refused answer says, in the question's language. */
export function refusalText(language: Language): string {
  return language === 'ja'
    ? 'この質問の答えは、登録されている出典の中に見つかりませんでした。'
    : 'The sources do not hold an answer to this question.'
}
