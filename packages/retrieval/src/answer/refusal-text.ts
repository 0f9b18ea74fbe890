import type { Language } from '@shutten/core'

/** What a refused answer says, in the question's language. `hasNothingInScope`: the filters let no passage through. */
export function refusalText({
  language,
  hasNothingInScope,
}: {
  language: Language
  hasNothingInScope: boolean
}): string {
  if (hasNothingInScope)
    return language === 'ja'
      ? '指定された絞り込みに当てはまる出典がないため、この質問には答えられません。'
      : 'No source matches the given filters, so this question cannot be answered.'
  return language === 'ja'
    ? 'この質問の答えは、登録されている出典の中に見つかりませんでした。'
    : 'The sources do not hold an answer to this question.'
}
