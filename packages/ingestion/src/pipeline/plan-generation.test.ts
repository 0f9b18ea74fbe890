import type { Passage } from '@shutten/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fingerprintPassage } from '../hygiene/near-duplicates/fingerprint-passage.js'
import { type GenerationPlan, planGeneration } from './plan-generation.js'

/** Versions by id, each of the texts of its passages. */
type Texts = Record<string, readonly string[]>
interface Held {
  passageId: string
  versionId: string
  text: string
  link: number | null
}

const toPassages = (texts: Texts, ids: readonly string[]) =>
  ids.flatMap((versionId) =>
    (texts[versionId] ?? []).map(
      (text, index) =>
        ({ id: `${versionId}.${index}`, versionId, text, title: '', headingPath: [] as string[] }) as Passage,
    ),
  )
const toVersions = (texts: Texts) =>
  Object.keys(texts).map((versionId) => ({ documentId: `of ${versionId}`, versionId }))
const of = (text: string) => fingerprintPassage({ text, title: '', headingPath: [] })

/** A generation as planning sees it. */
const toGeneration = (held: readonly Held[]) => ({
  listIds: () => [held],
  getLink: (ordinal: number) => held[ordinal]?.link ?? null,
  findFingerprints: (fingerprints: readonly string[]) =>
    new Map(
      held.flatMap(({ text, link }, at): [string, number][] =>
        link === null && fingerprints.includes(of(text)) ? [[of(text), at]] : [],
      ),
    ),
})

async function plan(texts: Texts, previous: readonly Held[] = []) {
  return planGeneration({
    previous: previous.length > 0 ? toGeneration(previous) : null,
    versions: toVersions(texts),
    records: { getPassages: async (ids) => toPassages(texts, ids) },
  })
}

/** What a store makes of a plan. */
function carryOut(texts: Texts, { slots, fresh, linked }: GenerationPlan, previous: readonly Held[]): Held[] {
  const passages = new Map(toPassages(texts, Object.keys(texts)).map((passage) => [passage.id, passage]))
  const get = (passageId: string): Held => {
    const { id, versionId, text } = passages.get(passageId) as Passage
    return { passageId: id, versionId, text, link: null }
  }
  const waiting = [...fresh.keys()]
  return [
    ...slots.map((from) => (from === null ? get(waiting.shift() as string) : (previous[from] as Held))),
    ...linked.map((link) => ({
      ...('from' in link ? (previous[link.from] as Held) : get(link.passageId)),
      link: link.to,
    })),
  ]
}

describe('planGeneration', () => {
  it('takes everything for new where nothing was before', async () => {
    const { slots, fresh, kept, linked } = await plan({ a: ['一', '二'], b: ['三'] })
    expect({ slots, kept, linked }).toEqual({ slots: [null, null, null], kept: 0, linked: [] })
    expect([...fresh]).toEqual([
      ['a.0', of('一')],
      ['a.1', of('二')],
      ['b.0', of('三')],
    ])
  })

  it('leaves what stays where it is, and fills what came free', async () => {
    const before = { a: ['一'], b: ['二', '三'], c: ['四'] }
    const first = carryOut(before, await plan(before), [])
    const { slots, kept } = await plan({ a: ['一'], c: ['四'], d: ['五', '六', '七'] }, first)
    expect({ slots, kept }).toEqual({ slots: [0, null, null, 3, null], kept: 2 })
  })

  it('links what says the same to the first of them, and brings the next up when it goes', async () => {
    const texts = { a: ['同じ文。', '別の文。'], b: ['同じ文'], c: ['「同じ文」'] }
    const first = carryOut(texts, await plan(texts), [])
    expect(first.map(({ passageId, link }) => [passageId, link])).toEqual([
      ['a.0', null],
      ['a.1', null],
      ['b.0', 0],
      ['c.0', 0],
    ])
    const { a: _, ...rest } = texts
    const next = await plan(rest, first)
    expect([...next.fresh.keys()]).toEqual(['b.0'])
    expect(next.linked).toEqual([{ from: 3, to: 0 }])
    const second = carryOut(rest, next, first)
    expect(second.map(({ passageId, link }) => [passageId, link])).toEqual([
      ['b.0', null],
      ['c.0', 0],
    ])
  })

  it('links what is new to what stays', async () => {
    const first = carryOut({ a: ['同じ文。'] }, await plan({ a: ['同じ文。'] }), [])
    const { fresh, linked, slots } = await plan({ a: ['同じ文。'], b: ['同じ文', '別の文'] }, first)
    expect(slots).toEqual([0, null])
    expect([...fresh.keys()]).toEqual(['b.1'])
    expect(linked).toEqual([{ passageId: 'b.0', versionId: 'b', to: 0 }])
  })

  const words = ['一', '二', '三', '四', '五']
  const sources = fc.dictionary(
    fc.constantFrom(...'abcdef'),
    fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 4 }),
  )

  it('holds each passage once, indexes each text once, and moves no more than it must', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(sources, { minLength: 1, maxLength: 5 }), async (states) => {
        let previous: Held[] = []
        for (const [number, state] of states.entries()) {
          // A version's text never changes: another text is another version.
          const texts = Object.fromEntries(Object.entries(state).map(([id, held]) => [`${id}${held.join('')}`, held]))
          const made = await plan(texts, previous)
          const held = carryOut(texts, made, previous)
          const ids = toPassages(texts, Object.keys(texts)).map(({ id }) => id)
          expect(held.map(({ passageId }) => passageId).sort(), `state ${number}`).toEqual(ids.sort())
          const indexed = held.slice(0, made.slots.length)
          expect(indexed.every(({ link }) => link === null)).toBe(true)
          expect(new Set(indexed.map(({ text }) => text)).size).toBe(indexed.length)
          for (const { text, link } of held.slice(made.slots.length)) expect(indexed[link ?? -1]?.text).toBe(text)
          const moved = made.slots.filter((from, at) => from !== null && from !== at)
          expect(moved.every((from) => (from as number) >= made.slots.length)).toBe(true)
          // What is indexed and stays is neither embedded again nor linked.
          for (const { passageId, link } of previous)
            if (link === null && ids.includes(passageId)) expect(made.fresh.has(passageId)).toBe(false)
          previous = held.map((each, at) => ({ ...each, link: at < made.slots.length ? null : each.link }))
        }
      }),
    )
  })
})
