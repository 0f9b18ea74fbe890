/** Case and width do not tell tags apart, nor does white space around them. */
export function foldTag(tag: string): string {
  return tag.normalize('NFKC').toLowerCase().trim()
}
