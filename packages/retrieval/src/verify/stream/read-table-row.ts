/** Reads a Markdown table row by row: a row becomes a line that names each cell by its column. */
export function createTableReader() {
  let header: string[] | null = null
  return {
    /** Null for the header and the line under it. */
    read(line: string): string | null {
      const cells = splitRow(line)
      if (cells.every((cell) => /^:?-{2,}:?$/.test(cell))) return null
      if (!header) {
        header = cells
        return null
      }
      const [first = '', ...rest] = cells
      const isJapanese = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(line + header.join(''))
      const named = rest.flatMap((cell, i) => (cell ? [`${header?.[i + 1] ?? ''} ${cell}`.trim()] : []))
      return `${first}${isJapanese ? '：' : ': '}${named.join(isJapanese ? '、' : ', ')}`
    },
    end() {
      header = null
    },
  }
}

function splitRow(line: string): string[] {
  return line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.replace(/\*\*|__/g, '').trim())
}
