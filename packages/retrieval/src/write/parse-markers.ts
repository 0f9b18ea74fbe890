export interface MarkedSentence {
  text: string
  /** Passage numbers, in order, without repetition; only those that exist. */
  markers: number[]
}

const digits = '[0-9０-９]+'
const list = `${digits}(?:\\s*[,，、;・-]\\s*(?:出典|Source|passage)?\\s*${digits})*`
const marker = new RegExp(
  `[\\[［【〔(（]\\s*(?:出典|資料|文献|参照|Source|source|Passage|passage)?\\s*[:：#]?\\s*(${list})\\s*[\\]］】〕)）]`,
  'g',
)
const bareNumberInParentheses = /^[(（]\s*[0-9０-９]+\s*[)）]$/

/** Takes the markers out of a finished sentence: [1], 【1】, [1,2], [1][2], (出典1). A year in parentheses is no marker. */
export function parseMarkers(options: { sentence: string; passages: number }): MarkedSentence {
  const markers: number[] = []
  const text = options.sentence.replace(marker, (whole, numbers: string) => {
    if (bareNumberInParentheses.test(whole)) return whole
    for (const digit of numbers.normalize('NFKC').match(/\d+/g) ?? []) {
      const number = Number(digit)
      if (number >= 1 && number <= options.passages && !markers.includes(number)) markers.push(number)
    }
    return ''
  })
  return { text: text.replace(/\s+([。．.!?！？,、])/g, '$1').trim(), markers }
}
