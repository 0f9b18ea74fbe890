import type { NewPassageEdit } from '@shutten/core'
import { expect, it } from 'vitest'
import { sampleStaging } from './sample-staging.js'
import type { SuiteOptions } from './suite-options.js'

const edit = (documentId: string, part: Partial<NewPassageEdit> = {}): NewPassageEdit => ({
  ...{
    documentId,
    original: '甲。',
    start: 0,
    occurrence: 0,
    occurrences: 1,
    lead: '',
    trail: '',
    text: '乙。',
    by: 'a',
  },
  ...part,
})

export function passageEditRepositorySuite({ open }: SuiteOptions): void {
  it('keeps a version that is edited with what its source says, until neither is needed', async () => {
    const { ingestion, edits, documents, findLeftovers, check } = await open()
    const staging = sampleStaging({ uri: 'file:///a.md', sentences: ['甲。', '丙。'] })
    const source = await ingestion.stageVersion(staging)
    const { id } = await edits.save({ edit: edit(source.documentId), base: [] })
    const applied = [{ id, revision: 1, start: 0, end: 2, original: '甲。', at: '2026-01-01T00:00:00.000Z' }]
    const edited = await ingestion.stageVersion({
      ...staging,
      documentId: source.documentId,
      document: { ...staging.document, text: '乙。丙。' },
      edited: { edits: applied, sourceVersionId: source.versionId },
    })
    const counts = { documents: 1, passages: 2 }
    const serve = (generationId: string, versions: (typeof source)[]) =>
      ingestion.switchTo({ generationId, versions, counts, embedder: 'e' })
    await serve('g1', [edited])
    await ingestion.prune({ keepGenerations: ['g1'] })
    expect(await documents.get(source.documentId)).toMatchObject({
      text: '乙。丙。',
      edits: applied,
      sourceVersionId: source.versionId,
    })
    expect((await ingestion.getVersion(source.versionId)).text).toBe('甲。丙。')
    expect((await ingestion.getPassages([edited.versionId])).map(({ text, edits }) => [text, edits])).toEqual([
      ['乙。', applied],
      ['丙。', undefined],
    ])
    expect(await edits.listServing()).toEqual([{ documentId: source.documentId, id, revision: 1 }])
    expect(await edits.count()).toEqual({ total: 1, notServing: 0 })
    expect([await check(), await findLeftovers()]).toEqual([[], []])
    // The same words from the source itself are another version.
    const same = await ingestion.stageVersion({ ...staging, document: { ...staging.document, text: '乙。丙。' } })
    expect(same.versionId).not.toBe(edited.versionId)
    await serve('g2', [same])
    expect(await ingestion.prune({ keepGenerations: ['g2'] })).toBe(2)
    expect(await edits.count()).toEqual({ total: 1, notServing: 1 })
  })

  it('writes over what was seen only', async () => {
    const { edits } = await open()
    const first = await edits.save({ edit: edit('d'), base: [] })
    const second = await edits.save({ edit: edit('d', { original: '丁。', start: 9 }), base: [] })
    await expect(edits.save({ edit: edit('d'), base: [] })).rejects.toMatchObject({ code: 'EDIT_CHANGED' })
    const seen = [first, second].map(({ id, revision }) => ({ id, revision }))
    const wide = await edits.save({ edit: edit('d', { original: '甲。丁。' }), base: seen })
    expect(await edits.list({ documentId: 'd' })).toEqual([wide])
    await expect(edits.save({ edit: edit('d'), base: seen })).rejects.toMatchObject({ code: 'EDIT_CHANGED' })
    await expect(edits.save({ edit: edit('d', { text: ' ' }), base: [] })).rejects.toMatchObject({
      code: 'INPUT_INVALID',
    })
    await edits.mask({ documentId: 'd', mask: (words) => words.replace('乙', '●') })
    expect(await edits.list()).toMatchObject([{ text: '●。', original: '甲。丁。', revision: wide.revision + 1 }])
    expect((await edits.listLatest({ isServing: true })).total).toBe(0)
    expect(await edits.listLatest({ isServing: false, limit: 1 })).toMatchObject({ total: 1, edits: [{ id: wide.id }] })
    expect(await edits.remove({ id: wide.id })).toMatchObject({ id: wide.id })
    expect(await edits.remove({ id: wide.id })).toBe(null)
  })
}
