import { expect, it } from 'vitest'
import { sampleStaging } from './sample-staging.js'
import type { SuiteOptions } from './suite-options.js'

const verdict = { passes: false, shortfalls: [], beforeRunId: null }

export function candidateRepositorySuite({ open }: SuiteOptions): void {
  async function begin() {
    let seconds = 0
    const database = await open({ clock: () => new Date(Date.UTC(2026, 0, 1, 0, 0, seconds++)) })
    const { ingestion, jobs, candidates } = database
    const stage = (sentence: string) =>
      ingestion.stageVersion(sampleStaging({ uri: 'file:///a', sentences: [sentence] }))
    const counts = { documents: 1, passages: 1 }
    const first = await stage('初版。')
    await ingestion.switchTo({ generationId: 'g1', versions: [first], counts, embedder: 'e' })
    const job = await jobs.create({ kind: 'ingest', locations: ['/a'] })
    await jobs.claim({ owner: 'w' })
    const version = await ingestion.stageVersion({
      ...sampleStaging({ uri: 'file:///a', sentences: ['第二版。'] }),
      documentId: first.documentId,
    })
    const add = (generationId: string, key = 'k') =>
      candidates.add({ generationId, key, base: 'g1', jobId: job.id, versions: [version], counts, embedder: 'e' })
    return { ...database, job, version, counts, add }
  }

  it('keeps what a built generation holds, and serves nobody by it', async () => {
    const { candidates, ingestion, add, version, documents } = await begin()
    await add('g2')
    expect(await candidates.find('k')).toMatchObject({ generationId: 'g2', base: 'g1', held: null, passages: 1 })
    expect(await candidates.find('other')).toBeNull()
    expect((await ingestion.listGenerations()).map(({ id }) => id)).toEqual(['g1'])
    await ingestion.prune({ keepGenerations: ['g1'] })
    expect(await ingestion.findVersionIds([version.versionId])).toEqual(new Set([version.versionId]))
    expect((await documents.get('file:///a')).text).toBe('初版。')
    expect(await ingestion.listGenerationAddresses('g2')).toEqual([{ id: version.documentId, uri: 'file:///a' }])
  })

  it('is gone on with for as long as its job does, and forgotten after', async () => {
    const { candidates, jobs, job, add, ingestion, version } = await begin()
    await add('g2')
    await jobs.pause(job.id)
    expect(await candidates.prune()).toEqual([])
    await jobs.cancel(job.id)
    expect(await candidates.list()).toEqual([])
    expect(await candidates.prune()).toEqual(['g2'])
    await ingestion.prune({ keepGenerations: ['g1'] })
    expect((await ingestion.findVersionIds([version.versionId])).size).toBe(0)
  })

  it('is held back, accepted, and then of the job that is queued again', async () => {
    const { candidates, jobs, job, add, ingestion, version, counts, qualityRuns } = await begin()
    const configuration = { generator: 'extractive', embedder: 'e', reranker: null, calibration: '11' }
    const measured = { jobId: job.id, generation: 'g2', purpose: 'gate' as const, questions: 1, configuration }
    const { id: runId } = await qualityRuns.begin(measured)
    const none = { questions: 1, correct: 0, rightCitation: 0, refusal: { precision: null, recall: null, f1: null } }
    const counted = { byKind: {}, counts: { answerable: 1, unanswerable: 0, failed: 0 }, seconds: 1 }
    await qualityRuns.finish({ id: runId, report: { ...none, 'mrr@10': 0, ...counted }, verdict })
    await add('g2')
    await expect(candidates.accept({ generationId: 'g2', by: 'admin' })).rejects.toMatchObject({
      code: 'GENERATION_NOT_HELD',
    })
    await candidates.hold({ generationId: 'g2', runId, verdict })
    await expect(candidates.accept({ generationId: 'g2', by: 'admin' })).rejects.toMatchObject({ code: 'JOB_STATE' })
    await jobs.fail(job.id, { code: 'QUALITY_BELOW_GATE', message: '', suggestion: '' })
    expect(await candidates.list()).toMatchObject([{ generationId: 'g2', held: { runId }, acceptedBy: null }])
    expect((await qualityRuns.list({ served: true })).total).toBe(0)
    expect(await candidates.accept({ generationId: 'g2', by: 'admin' })).toEqual({ jobId: job.id })
    expect((await qualityRuns.list({ served: true })).runs).toMatchObject([
      { id: runId, verdict: { isAccepted: true } },
    ])
    expect(await jobs.get(job.id)).toMatchObject({ status: 'queued', error: null })
    expect(await candidates.find('k')).toMatchObject({ acceptedBy: 'admin' })
    await ingestion.switchTo({ generationId: 'g2', versions: [version], counts, embedder: 'e' })
    expect(await candidates.list()).toEqual([])
    expect((await ingestion.listGenerations()).map(({ id }) => id)).toEqual(['g2', 'g1'])
  })

  it('is good for nothing once another generation serves', async () => {
    const { candidates, add, ingestion, version, counts, findLeftovers } = await begin()
    await add('g2')
    await candidates.hold({ generationId: 'g2', runId: 'r', verdict })
    await ingestion.switchTo({ generationId: 'g3', versions: [version], counts, embedder: 'e' })
    expect(await candidates.list()).toEqual([])
    expect(await candidates.drop('g3')).toBe(false)
    expect(await candidates.prune()).toEqual(['g2'])
    expect(await findLeftovers()).toEqual([])
  })

  it('gives way to another one, and goes when it is dropped', async () => {
    const { candidates, add } = await begin()
    await add('g2')
    await add('g3', 'other')
    expect((await candidates.list()).map(({ generationId }) => generationId)).toEqual(['g3'])
    expect(await candidates.drop('g3')).toBe(true)
    expect(await candidates.list()).toEqual([])
  })
}
