import { foldCodePoints } from './fold-code-points.js'

/**
 * The form in which two texts compare as equal: NFKC, lower case, all white space removed.
 * `foldText(foldText(x)) === foldText(x)`.
 */
export function foldText(text: string): string {
  return foldCodePoints(text).replace(/\s+/gu, '').normalize('NFKC')
}
