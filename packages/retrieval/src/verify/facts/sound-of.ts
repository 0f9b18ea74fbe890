const kanaSounds: readonly [RegExp, string][] = [
  [/[カガキギクグケゲコゴヵヶ]/gu, 'k'],
  [/[サザスズセゼソゾシジ]/gu, 's'],
  [/[タダテデトドチヂツヅ]/gu, 't'],
  [/[ナニヌネノン]/gu, 'n'],
  [/[バビブベボパピプペポヴ]/gu, 'b'],
  [/[ハヒヘホ]/gu, 'h'],
  [/フ/gu, 'b'],
  [/[マミムメモ]/gu, 'n'],
  [/[ラリルレロ]/gu, 'r'],
  [/[アイウエオァィゥェォーッャュョヤユヨワヲ・]/gu, ''],
]
const latinSounds: readonly [RegExp, string][] = [
  [/ph/gu, 'b'],
  [/sch|sh|tion|sion|ch(?=[ei])|j|z|x/gu, 's'],
  [/ck|qu?|g|c(?=[^eiy]|$)|k/gu, 'k'],
  [/c/gu, 's'],
  [/th|d|t/gu, 't'],
  [/[mn]/gu, 'n'],
  [/[lr]/gu, 'r'],
  [/[bpvf]/gu, 'b'],
  [/[aeiouwy]/gu, ''],
]

/**
 * What is left of a name's sound when vowels go and like consonants become one: Florida and フロリダ are brrt both. For
 * telling whether a katakana name can be a Latin one; unlike names share it sometimes.
 */
export function soundOf(name: string): string {
  const isKatakana = /\p{Script=Katakana}/u.test(name)
  let sound = name.normalize('NFKC').toLowerCase()
  for (const [pattern, replacement] of isKatakana ? kanaSounds : latinSounds)
    sound = sound.replace(pattern, replacement)
  return sound
    .replace(/[^a-z]/gu, '')
    .replace(/(.)\1+/gu, '$1')
    .replace(/s$/u, '')
}
