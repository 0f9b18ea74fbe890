/** 「[1][2]」, as they stand at the end of a sentence. */
export function formatMarkers(numbers: readonly number[]): string {
  return numbers.map((number) => `[${number}]`).join('')
}
