import { matchSequence } from './match-sequence.js'

type CharacterTest = (character: string) => boolean

/**
 * A test for paths by a glob without braces: `*` is any number of characters, `?` one and `[a-z]` or `[!a-z]` one of a
 * choice, all within one part; `**` as a part is any number of parts. Errors: a SyntaxError that says what is wrong.
 */
export function compileGlob(glob: string): (path: string) => boolean {
  const tests = glob.split('/').map((part) => (part === '**' ? null : compilePart(part)))
  return (path) => matchSequence({ tests, units: path.split('/') })
}

function compilePart(part: string): (name: string) => boolean {
  const tests: (CharacterTest | null)[] = []
  for (const [token] of part.matchAll(/\[[!^]?\]?[^\]]*\]|[\s\S]/gu)) {
    if (token === '*') tests.push(null)
    else if (token === '?') tests.push(() => true)
    else if (token.length > 2 && token.startsWith('[')) tests.push(compileChoice(token.slice(1, -1)))
    else if (token.startsWith('[')) throw new SyntaxError('a "[" is not closed within its part')
    else tests.push((character) => character === token)
  }
  // A part is never empty but at the end of an address.
  const isAnything = part !== '' && tests.every((test) => test === null)
  return (name) => (isAnything ? name !== '' : matchSequence({ tests, units: [...name] }))
}

function compileChoice(choice: string): CharacterTest {
  const isNegated = /^[!^]./su.test(choice)
  const plain = (isNegated ? choice.slice(1) : choice).replace(/[\\\]^[]/g, '\\$&')
  let choices: RegExp
  try {
    choices = new RegExp(`^[${plain.replace(/^-|-$/g, '\\-')}]$`, 'u')
  } catch {
    throw new SyntaxError(`[${choice}] is no choice of characters`)
  }
  return (character) => choices.test(character) !== isNegated
}
