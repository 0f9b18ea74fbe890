import type { TextSpan } from '@shutten/text'

const base64 = /(?<![A-Za-z0-9+/_=-])[A-Za-z0-9+/_-]{24,8000}={0,2}/gu

/** Runs of base64 that hold a text. */
export function findEncodedText(text: string): (TextSpan & { decoded: string })[] {
  return [...text.matchAll(base64)].flatMap(({ 0: run, index }) => {
    const decoded = Buffer.from(run, 'base64').toString('utf8')
    const printable = decoded.replace(/[^\p{L}\p{N}\p{P}\p{Zs}\n]/gu, '').length
    const isText = printable >= 12 && printable >= 0.95 * decoded.length
    return isText ? [{ start: index, end: index + run.length, decoded }] : []
  })
}
