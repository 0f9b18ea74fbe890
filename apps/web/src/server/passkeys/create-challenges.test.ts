import { expect, it } from 'vitest'
import { challengeMs, createChallenges } from './create-challenges'

it('gives a challenge once, within its time, and forgets the oldest when there are too many', () => {
  let now = 0
  const challenges = createChallenges({ now: () => now, max: 2 })
  const challenge = { rpId: 'localhost', sessionId: null }
  challenges.put('a', challenge)
  expect(challenges.take('a')).toEqual(challenge)
  expect(challenges.take('a')).toBeNull()
  challenges.put('b', challenge)
  now += challengeMs
  expect(challenges.take('b')).toBeNull()
  for (const text of ['c', 'd', 'e']) challenges.put(text, challenge)
  expect(['c', 'd', 'e'].map((text) => challenges.take(text) !== null)).toEqual([false, true, true])
})
