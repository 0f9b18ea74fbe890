import type { Language } from '@shutten/core'
import type { Statement } from './read-statements.js'

const englishVerbs: Readonly<Record<string, string>> = {
  発表: 'announced',
  公開: 'released',
  設立: 'founded',
  創業: 'founded',
  創設: 'founded',
  開業: 'opened',
  開設: 'opened',
  発売: 'launched',
  提案: 'proposed',
  完成: 'completed',
  開始: 'started',
  制定: 'enacted',
  発足: 'founded',
}
const englishNouns: Readonly<Record<string, string>> = {
  パラメータ: 'parameters',
  パラメーター: 'parameters',
  層: 'layers',
  トークン: 'tokens',
  言語: 'languages',
  質問: 'questions',
  従業員: 'employees',
}
const isLatin = (text: string) => !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)

/** Headings that name no group of things. */
const noGroup =
  /[。、？?\p{Script=Latin}]|(?:する|した|方|とは|仕組み|手順|流れ|概要|背景|歴史|経緯|結果|成績|学習|構造|関係|まとめ|はじめに|目的|結論|出典|参考文献)$/u

/** The question that a statement answers; null where the language has no words for it. */
export function phraseStatement(options: { statement: Statement; language: Language }): string | null {
  const { statement, language } = options
  if (language === 'en' && !isLatin(statement.subject)) return null
  switch (statement.kind) {
    case 'date': {
      const { subject, verb } = statement
      if (language === 'ja') return `${subject}はいつ${verb}されましたか？`
      const said = isLatin(verb) ? verb : englishVerbs[verb]
      return said ? `When was ${subject} ${said}?` : null
    }
    case 'count': {
      const { subject, counted, isWhole } = statement
      if (language === 'ja')
        return isWhole ? `${subject}はいくつの${counted}からなりますか？` : `${subject}の${counted}はいくつですか？`
      const said = isLatin(counted) ? counted : englishNouns[counted]
      return said ? `How many ${said} does ${subject} ${isWhole ? 'consist of' : 'have'}?` : null
    }
    case 'measure':
      return language === 'ja' ? `${statement.subject}の${statement.measured}はどのくらいですか？` : null
  }
}

/** パラメータ数 counts パラメータ. */
const bare = (noun: string | null) => noun?.replace(/数$/u, '')

/** Two subjects of which the same is counted or measured. */
export function phraseComparison(options: { one: Statement; other: Statement; language: Language }): string | null {
  const { one, other, language } = options
  const what = (statement: Statement) =>
    statement.kind === 'count' ? statement.counted : statement.kind === 'measure' ? statement.measured : null
  const noun = what(one)
  if (noun === null || bare(noun) !== bare(what(other)) || one.subject === other.subject) return null
  if (language === 'ja') return `${one.subject}と${other.subject}の${noun}はどう違いますか？`
  const said = isLatin(noun) ? noun : englishNouns[bare(noun) ?? '']
  if (!said || !isLatin(one.subject) || !isLatin(other.subject)) return null
  return `How does the number of ${said} differ between ${one.subject} and ${other.subject}?`
}

/** Null for a name that the language cannot write. */
export function phraseDefinition(options: { subject: string; language: Language }): string | null {
  if (options.language === 'en' && !isLatin(options.subject)) return null
  return options.language === 'ja' ? `${options.subject}とは何ですか？` : `What is ${options.subject}?`
}

/** The items that stand under a heading; null where the heading does not name them. */
export function phraseList(options: { title: string; heading: string; language: Language }): string | null {
  const { title, heading, language } = options
  if (language === 'ja')
    return heading.length <= 16 && !noGroup.test(heading) && !heading.includes(title.slice(title.lastIndexOf('の') + 1))
      ? `${title}の${heading}には何がありますか？`
      : null
  const isPlural = /^[A-Z][\p{L} -]{2,30}s$/u.test(heading) && isLatin(title)
  return isPlural ? `What are the ${heading.charAt(0).toLowerCase()}${heading.slice(1)} of ${title}?` : null
}
