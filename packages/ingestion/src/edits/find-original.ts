import { readAround } from './read-around.js'

/** Where words stand between the same rests of a sentence, in order. */
export function findOriginal(options: { text: string; original: string; lead: string; trail: string }): number[] {
  const { text, original, lead, trail } = options
  const places: number[] = []
  if (original === '') return places
  for (let at = text.indexOf(original); at >= 0; at = text.indexOf(original, at + 1)) {
    const around = readAround({ text, start: at, end: at + original.length })
    if (around.lead === lead && around.trail === trail) places.push(at)
  }
  return places
}
