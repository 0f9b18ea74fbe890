const date =
  /(?:(?:\d{2,4}|(?:令和|平成|昭和)(?:\d{1,2}|元))年)?\d{1,2}月\d{1,2}日|\d{4}[/.-]\d{1,2}[/.-]\d{1,2}|(?:january|february|march|april|may|june|july|august|september|october|november|december)\s\d{1,2},?\s\d{4}|\d{1,2}\s(?:january|february|march|april|may|june|july|august|september|october|november|december)\s\d{4}/gu
const time =
  /(?:午前|午後)?\d{1,2}(?::\d{2}){1,2}|(?:午前|午後)?\d{1,2}時(?:\d{1,2}分)?|[(][月火水木金土日](?:曜日?)?[)]|曜日/gu
const printed =
  /最終|更新日?時?|公開日?|投稿日?|配信日?|掲載日?|発信|日時|[0-9]*版?掲載|last|updated|published|posted|modified|on|at|by/gu
const maxLength = 50

/** Takes the line away at either end of a folded text that only says when it was printed: 公開日:2023年4月1日 10:00. */
export function removeDatelines(folded: string): string {
  const lines = folded.split('\n')
  if (isDateline(lines[0])) lines.shift()
  if (isDateline(lines.at(-1))) lines.pop()
  return lines.join('\n')
}

/** Takes whole dates out of a folded text: of a title, where they say when. */
export function removeDates(folded: string): string {
  return folded.replace(date, '')
}

function isDateline(line: string | undefined): boolean {
  if (line === undefined || line.length > maxLength) return false
  const rest = removeDates(line)
  return rest.length < line.length && !/[\p{L}\p{N}]/u.test(rest.replace(time, '').replace(printed, ''))
}
