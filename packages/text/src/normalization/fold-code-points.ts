/**
 * NFKC with case folded: full-width Latin, half-width kana, ligatures and composed marks come out in one form.
 * Lower-casing can leave a text out of NFKC (İ becomes two code points), hence the second normalisation.
 * The final sigma is folded to the plain one, so that the result does not depend on what stands around a character.
 */
export function foldCodePoints(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll('ς', 'σ').normalize('NFKC')
}
