/** For short texts that people read: the driver would end them at a zero character. */
export function withoutZeros(text: string): string {
  return text.replaceAll('\u0000', '\ufffd')
}
