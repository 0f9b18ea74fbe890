import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sampleStaging } from './sample-staging.js'
import type { SuiteOptions } from './suite-options.js'

const documentIds = ['d0', 'd1', 'd2', 'd3']

/** A state of the sources: which documents there are, at which place, in which revision. Places are taken once. */
const sources = fc
  .tuple(
    fc.subarray(documentIds),
    fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
    fc.array(fc.nat(2), { minLength: 4, maxLength: 4 }),
  )
  .map(([ids, places, revisions]) =>
    ids.map((id, index) => ({ id, uri: `file:///${places[index]}.md`, revision: revisions[index] ?? 0 })),
  )

export function switchSuite({ open }: SuiteOptions): void {
  it('serves exactly what each switch names, whatever was added, moved, swapped or removed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(sources, { minLength: 1, maxLength: 6 }), async (states) => {
        let seconds = 0
        const database = await open({ clock: () => new Date(Date.UTC(2026, 0, 1, 0, 0, seconds++)) })
        const { ingestion, documents } = database
        const created = new Map<string, string>()
        for (const [number, state] of states.entries()) {
          const versions = []
          for (const { id, uri, revision } of state)
            versions.push(
              await ingestion.stageVersion({
                ...sampleStaging({ uri, sentences: [`${id} 第${revision}版。`] }),
                documentId: id,
              }),
            )
          const counts = { documents: state.length, passages: state.length }
          await ingestion.switchTo({ generationId: `g${number}`, versions, counts, embedder: 'e' })

          const { total, documents: listed } = await documents.list()
          expect(total).toBe(state.length)
          const served = []
          for (const { id } of listed) served.push(await documents.get(id))
          const seen = served.map(({ id, uri, text }) => ({ id, uri, text }))
          const expected = state.map(({ id, uri, revision }) => ({ id, uri, text: `${id} 第${revision}版。` }))
          expect(seen.sort((a, b) => a.id.localeCompare(b.id))).toEqual(expected)
          for (const { id, createdAt, updatedAt } of listed) {
            expect(createdAt).toBe(created.get(id) ?? createdAt)
            expect(updatedAt >= createdAt).toBe(true)
            created.set(id, createdAt)
          }
          for (const id of documentIds) if (!state.some((entry) => entry.id === id)) created.delete(id)
          expect(await database.check()).toEqual([])
        }
        await ingestion.prune({ keepGenerations: [] })
        expect(await ingestion.listServingVersions()).toHaveLength(states.at(-1)?.length ?? 0)
        expect(await database.check()).toEqual([])
      }),
      { numRuns: 12 },
    )
  })

  it('tells how two generations differ', async () => {
    const { ingestion, generationHistory } = await open()
    const stage = async (documentId: string, sentence: string) =>
      ingestion.stageVersion({
        ...sampleStaging({ uri: `file:///${documentId}.md`, sentences: [sentence] }),
        documentId,
      })
    const [kept, old, fresh] = [await stage('kept', '一。'), await stage('old', '二。'), await stage('fresh', '三。')]
    const [first, second] = [await stage('changed', '四。'), await stage('changed', '五。')]
    const switchTo = (generationId: string, versions: (typeof kept)[]) =>
      ingestion.switchTo({ generationId, versions, counts: { documents: 3, passages: 3 }, embedder: 'e' })
    await switchTo('g1', [kept, old, first])
    await switchTo('g2', [kept, fresh, second])
    const names = async (options: Parameters<typeof generationHistory.compare>[0]) => {
      const { added, changed, removed } = await generationHistory.compare(options)
      return [added, changed, removed].map(({ total, documents }) => [total, ...documents.map((one) => one.documentId)])
    }
    expect(await names({ from: 'g1', to: 'g2' })).toEqual([
      [1, 'fresh'],
      [1, 'changed'],
      [1, 'old'],
    ])
    expect(await names({ from: 'g1', to: 'g1' })).toEqual([[0], [0], [0]])
    expect(await names({ from: 'none', to: 'g2', limit: 2 })).toMatchObject([
      [3, expect.anything(), expect.anything()],
      [0],
      [0],
    ])
  })
}
