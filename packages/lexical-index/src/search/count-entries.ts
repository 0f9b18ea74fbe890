import type { IndexContents } from '../file/index-contents.js'

/** How many entries hold a term. */
export function countEntries({ contents, number }: { contents: IndexContents; number: number }): number {
  let count = 0
  for (const { starts } of contents.segments) count += (starts[number + 1] as number) - (starts[number] as number)
  return count
}
