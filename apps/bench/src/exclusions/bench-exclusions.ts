import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Generation, GenerationEntry, PassageExclusion } from '@shutten/core'
import { withExclusions } from '@shutten/retrieval'
import { createRandom } from '../shared/create-random.js'
import { percentile } from '../shared/percentile.js'
import { openStore } from './composition.js'

const dimension = 384
const clusters = 400
/** As many as a search that is reranked asks for. */
const k = 50
const goal = 1.1
const perDocument = 10

const words =
  '休暇 申請 人事課 橋 点検 水利組合 完成 規定 年度 予算 会議 記録 提出 期限 承認 変更 廃止 届出 費用 精算'.split(' ')

export interface ExclusionReport {
  passages: number
  searches: number
  k: number
  goal: number
  isWithinGoal: boolean
  /** `ratio`: of the medians, to that without exclusions. `viewMs`: what the first search after a change waits. */
  rows: { excluded: number; dense: Timing; lexical: Timing; viewMs: number }[]
}

interface Timing {
  p50: number
  ratio: number
}

/** Searches by turns with each number of exclusions, so that what else the machine does falls on all of them alike. */
export async function benchExclusions(options: {
  passages: number
  searches: number
  onProgress: (text: string) => void
}): Promise<ExclusionReport> {
  const { passages, searches, onProgress } = options
  const folder = await mkdtemp(path.join(tmpdir(), 'shutten-exclusions-'))
  try {
    const store = openStore(folder)
    const random = createRandom(7)
    const centres = Array.from({ length: clusters }, () => createVector(random))
    onProgress(`building an index of ${passages} passages`)
    await store.build({
      ...{ id: 'bench', embedder: { id: 'bench', dimension }, chunker: 'bench', passages },
      entries: (async function* () {
        for (let at = 0; at < passages; at += 500)
          yield Array.from({ length: Math.min(500, passages - at) }, (_, i) =>
            createEntry({ at: at + i, random, centres }),
          )
      })(),
    })
    const generation = await store.open('bench')
    try {
      const counts = [0, 1, 100, 10_000].filter((count) => count < passages)
      const views = counts.map((count) => measureView({ generation, count, passages }))
      onProgress('searching')
      const times = views.map(() => ({ dense: [] as number[], lexical: [] as number[] }))
      const order = views.map((_, at) => at)
      for (let search = -40; search < searches; search++) {
        const vector = near(centres[Math.floor(random() * clusters)] as Float32Array, random)
        const text = createText(random)
        order.push(order.shift() as number)
        for (const at of order) {
          const { view } = views[at] as (typeof views)[number]
          const dense = time(() => view.vectors.search({ vector, k }))
          const lexical = time(() => view.lexical.search({ text, k }))
          if (search < 0) continue
          times[at]?.dense.push(dense)
          times[at]?.lexical.push(lexical)
        }
      }
      const p50 = times.map(({ dense, lexical }) => ({
        dense: percentile(dense, 0.5),
        lexical: percentile(lexical, 0.5),
      }))
      const none = p50[0] as { dense: number; lexical: number }
      const rows = counts.map((excluded, at) => {
        const { dense, lexical } = p50[at] as typeof none
        return {
          excluded,
          dense: { p50: dense, ratio: dense / none.dense },
          lexical: { p50: lexical, ratio: lexical / none.lexical },
          viewMs: views[at]?.milliseconds ?? 0,
        }
      })
      const few = rows.filter(({ excluded }) => excluded > 0 && excluded <= 100)
      const isWithinGoal = few.every(({ dense, lexical }) => Math.max(dense.ratio, lexical.ratio) <= goal)
      return { passages, searches, k, goal, isWithinGoal, rows }
    } finally {
      generation.close()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Every so many-th passage, each of a document of its own as far as there are so many. */
function measureView({ generation, count, passages }: { generation: Generation; count: number; passages: number }) {
  const exclusions = Array.from({ length: count }, (_, at): PassageExclusion => {
    const ordinal = Math.floor((at * passages) / count)
    const [passage] = generation.getPassages([ordinal])
    return {
      id: `x${at}`,
      documentId: passage?.documentId ?? '',
      text: passage?.text ?? '',
      start: 0,
      by: 'bench',
      createdAt: '2026-01-01T00:00:00.000Z',
    }
  })
  const started = performance.now()
  const view = withExclusions({ generation, exclusions, revision: String(count) })
  return { view, milliseconds: performance.now() - started }
}

function createEntry(options: { at: number; random: () => number; centres: readonly Float32Array[] }): GenerationEntry {
  const { at, random, centres } = options
  const text = `第${at}号。${createText(random)}${createText(random)}`
  const index = at % perDocument
  const document = Math.floor(at / perDocument)
  return {
    passage: {
      ...{ id: `p${at}`, documentId: `d${document}`, versionId: `v${document}`, uri: `bench:${document}` },
      ...{ title: `記事${document}`, headingPath: [], language: 'ja', index, start: index * 1_000 },
      ...{ end: index * 1_000 + text.length, text, tags: [], date: '2026-01-01T00:00:00.000Z', lead: '' },
    },
    vector: near(centres[at % clusters] as Float32Array, random),
  }
}

const createText = (random: () => number) =>
  `${Array.from({ length: 6 }, () => words[Math.floor(random() * words.length)]).join('の')}である。`

function createVector(random: () => number): Float32Array {
  return normalize(Float32Array.from({ length: dimension }, () => random() - 0.5))
}

const near = (centre: Float32Array, random: () => number) =>
  normalize(centre.map((value) => value + 0.04 * (random() - 0.5)))

function normalize(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector)
  return vector.map((value) => value / length)
}

function time(act: () => unknown): number {
  const started = performance.now()
  act()
  return performance.now() - started
}
