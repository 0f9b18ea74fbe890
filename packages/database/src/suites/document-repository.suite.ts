import { expect, it } from 'vitest'
import { sampleStaging } from './sample-staging.js'
import type { SuiteOptions } from './suite-options.js'

export function documentRepositorySuite({ open }: SuiteOptions): void {
  const fill = async (count: number) => {
    let seconds = 0
    const database = await open({ clock: () => new Date(Date.UTC(2026, 0, 1, 0, 0, seconds++)) })
    const versions = []
    for (let index = 0; index < count; index += 1)
      versions.push(
        await database.ingestion.stageVersion(
          sampleStaging({ uri: `file:///${index}.md`, sentences: [`本文${index}。`, '次。'] }),
        ),
      )
    const counts = { documents: count, passages: count * 2 }
    await database.ingestion.switchTo({ generationId: 'g1', versions, counts, embedder: 'e' })
    return { ...database, versions }
  }

  it('finds a document by id and by address, with its text and structure', async () => {
    const { documents, versions } = await fill(1)
    const { documentId = '', versionId } = versions[0] ?? {}
    const staging = sampleStaging({ uri: 'file:///0.md', sentences: ['本文0。', '次。'] })
    const found = await documents.find('file:///0.md')
    expect(found).toEqual({
      id: documentId,
      versionId,
      uri: staging.uri,
      mediaType: staging.mediaType,
      contentHash: staging.contentHash,
      ...staging.document,
      characters: staging.document.text.length,
      passages: 2,
      publishedAt: null,
      createdAt: expect.stringMatching(/^2026-.*Z$/),
      updatedAt: found?.createdAt,
    })
    expect(await documents.get(documentId)).toEqual(found)
    expect(await documents.find('none')).toBeNull()
    expect(await documents.find(documentId, { versionId: 'none' })).toBeNull()
    await expect(documents.get('none')).rejects.toMatchObject({ code: 'DOCUMENT_NOT_FOUND' })
  })

  it('lists the newest change first, in pages, with the total', async () => {
    const { documents, ingestion, versions } = await fill(5)
    const changed = await ingestion.stageVersion(sampleStaging({ uri: 'file:///3.md', sentences: ['変更。'] }))
    const next = versions.map((version) => (version.documentId === changed.documentId ? changed : version))
    await ingestion.switchTo({
      generationId: 'g2',
      versions: next,
      counts: { documents: 5, passages: 9 },
      embedder: 'e',
    })
    const page = await documents.list({ offset: 0, limit: 2 })
    expect(page.total).toBe(5)
    expect(page.documents.map((document) => document.uri)).toEqual(['file:///3.md', 'file:///0.md'])
    const last = await documents.list({ offset: 4, limit: 2 })
    expect(last.documents.map((document) => document.uri)).toEqual(['file:///4.md'])
    expect(await documents.list({ offset: 9, limit: 2 })).toEqual({ total: 5, documents: [] })
    expect(page.documents[0]?.tags).toEqual(['試験'])
  })

  it('narrows the list by title or address, without any pattern characters', async () => {
    const { documents } = await fill(12)
    expect((await documents.list({ query: 'FILE:///1' })).total).toBe(3)
    expect((await documents.list({ query: ' 題 file:///11 ' })).documents).toHaveLength(1)
    expect(await documents.list({ query: '%' })).toEqual({ total: 0, documents: [] })
    expect((await documents.list({ query: '_' })).total).toBe(0)
    expect((await documents.list({ query: `' OR 1=1 --` })).total).toBe(0)
  })
}
