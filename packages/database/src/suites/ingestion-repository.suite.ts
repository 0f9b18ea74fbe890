import { expect, it } from 'vitest'
import { sampleStaging } from './sample-staging.js'
import type { SuiteOptions } from './suite-options.js'

const sentences = ['一つ目の文。', '𠮷野家の文。', 'Third sentence. ']

export function ingestionRepositorySuite({ open }: SuiteOptions): void {
  const embedder = 'embedder-1'

  it('shows nothing of what is staged until the switch', async () => {
    const { ingestion, documents } = await open()
    const staged = await ingestion.stageVersion(sampleStaging({ uri: 'file:///a.md', sentences }))
    expect(await ingestion.listKnown()).toEqual([])
    expect(await ingestion.findServing()).toBeNull()
    expect(await documents.find(staged.documentId)).toBeNull()
    expect((await documents.list()).total).toBe(0)
    await ingestion.switchTo({
      generationId: 'g1',
      versions: [staged],
      counts: { documents: 1, passages: 3 },
      embedder,
    })
    const { contentHash } = sampleStaging({ uri: '', sentences })
    expect(await ingestion.listKnown()).toEqual([{ ...staged, uri: 'file:///a.md', contentHash, givenTags: [] }])
    expect(await ingestion.findByContentHash(contentHash)).toEqual({
      documentId: staged.documentId,
      uri: 'file:///a.md',
    })
    expect(await ingestion.findByContentHash('other')).toBeNull()
    expect(await ingestion.findServing()).toMatchObject({ id: 'g1', embedder, documents: 1, passages: 3 })
    expect(await ingestion.listServingVersions()).toEqual([staged])
  })

  it('gives the same version for the same content, with or without the document named', async () => {
    const { ingestion } = await open()
    const staging = sampleStaging({ uri: 'file:///a.md', sentences })
    const first = await ingestion.stageVersion(staging)
    expect(await ingestion.stageVersion(staging)).toEqual(first)
    expect(await ingestion.stageVersion({ ...staging, documentId: first.documentId })).toEqual(first)
    const changed = await ingestion.stageVersion({
      ...staging,
      ...sampleStaging({ uri: staging.uri, sentences: ['別。'] }),
    })
    expect(changed.documentId).toBe(first.documentId)
    expect(changed.versionId).not.toBe(first.versionId)
    const named = await ingestion.stageVersion({ ...sampleStaging({ uri: 'x:y', sentences }), documentId: 'dataset-7' })
    expect(named.documentId).toBe('dataset-7')
    expect(await ingestion.getPassages([first.versionId])).toHaveLength(3)
  })

  it('makes a new document where one has moved away from in the same run', async () => {
    const { ingestion } = await open()
    const old = await ingestion.stageVersion(sampleStaging({ uri: 'file:///a.md', sentences }))
    await ingestion.switchTo({ generationId: 'g1', versions: [old], counts: { documents: 1, passages: 3 }, embedder })
    const moved = await ingestion.stageVersion({
      ...sampleStaging({ uri: 'file:///b.md', sentences }),
      documentId: old.documentId,
    })
    const fresh = await ingestion.stageVersion(sampleStaging({ uri: 'file:///a.md', sentences: ['新しい。'] }))
    expect(moved.documentId).toBe(old.documentId)
    expect(fresh.documentId).not.toBe(old.documentId)
  })

  it('gives passages by version and index, with exact text', async () => {
    const { ingestion } = await open()
    const a = await ingestion.stageVersion(sampleStaging({ uri: 'file:///a.md', sentences }))
    const b = await ingestion.stageVersion(sampleStaging({ uri: 'file:///b.md', sentences: ['b。'] }))
    const passages = await ingestion.getPassages([b.versionId, a.versionId])
    expect(passages.map((passage) => passage.text)).toEqual(['b。', ...sentences])
    expect(new Set(passages.map((passage) => passage.id)).size).toBe(4)
    expect(passages[1]).toEqual({
      id: expect.stringContaining(a.versionId),
      ...a,
      uri: 'file:///a.md',
      title: '題 file:///a.md',
      ...sampleStaging({ uri: '', sentences }).chunks[0],
      text: sentences[0],
      tags: ['試験'],
      date: expect.stringMatching(/^\d{4}-.*Z$/),
      lead: '',
    })
    await expect(ingestion.getPassages(['none'])).rejects.toMatchObject({ code: 'DOCUMENT_NOT_FOUND' })
  })

  it('gives the text between passages to the one behind it', async () => {
    const { ingestion } = await open()
    const staging = sampleStaging({ uri: 'file:///a.md', sentences })
    const [first, second] = staging.chunks as [(typeof staging.chunks)[0], (typeof staging.chunks)[0]]
    const chunks = [
      { ...first, start: 1 },
      { ...second, start: second.start + 2 },
    ]
    const { versionId } = await ingestion.stageVersion({ ...staging, chunks })
    expect((await ingestion.getPassages([versionId])).map(({ lead }) => lead)).toEqual(['一', '𠮷'])
  })

  it('dates passages by their publication, else by when their text came in, whatever tags it gets', async () => {
    let seconds = 0
    const { ingestion, documents } = await open({ clock: () => new Date(Date.UTC(2026, 0, 1, 0, 0, seconds++)) })
    const staging = sampleStaging({ uri: 'file:///a.md', sentences })
    const stage = async (change: Partial<typeof staging>) => {
      const version = await ingestion.stageVersion({ ...staging, ...change })
      const [passage] = await ingestion.getPassages([version.versionId])
      return { version, date: passage?.date, tags: passage?.tags }
    }
    const plain = await stage({})
    expect(plain).toMatchObject({ date: '2026-01-01T00:00:00.000Z', tags: ['試験'] })
    const tagged = await stage({ document: { ...staging.document, tags: ['試験', '人事'] }, givenTags: ['人事'] })
    expect(tagged).toMatchObject({ date: plain.date, tags: ['試験', '人事'] })
    expect(tagged.version.versionId).not.toBe(plain.version.versionId)
    const publishedAt = '2019-05-01T00:00:00.000Z'
    const published = await stage({ document: { ...staging.document, publishedAt } })
    expect(published.date).toBe(publishedAt)
    expect((await stage({ document: { ...staging.document, text: `${staging.document.text}続き。` } })).date).not.toBe(
      plain.date,
    )
    const serve = (generationId: string, { version }: typeof plain) =>
      ingestion.switchTo({ generationId, versions: [version], counts: { documents: 1, passages: 3 }, embedder })
    await serve('g1', published)
    expect((await documents.list()).documents[0]?.publishedAt).toBe(publishedAt)
    await serve('g2', tagged)
    expect((await documents.list()).documents[0]).toMatchObject({ publishedAt: null, tags: ['試験', '人事'] })
    expect(await ingestion.listKnown()).toMatchObject([{ givenTags: ['人事'] }])
    expect((await documents.get('file:///a.md', published.version)).publishedAt).toBe(publishedAt)
  })

  it('keeps any text as it is: zero characters, quotes, astral characters', async () => {
    const { ingestion } = await open()
    const odd = ['a\u0000b。', `'"%_;--\\ 。`, '\ufeff👩‍💻𩸽\r\n\u2028。']
    const { versionId } = await ingestion.stageVersion(sampleStaging({ uri: "file:///o'dd%_.md", sentences: odd }))
    const version = await ingestion.getVersion(versionId)
    expect(version.text).toBe(odd.join(''))
    expect(version.uri).toBe("file:///o'dd%_.md")
    expect(version.characters).toBe(odd.join('').length)
    expect((await ingestion.getPassages([versionId])).map((passage) => passage.text)).toEqual(odd)
  })

  it('replaces passages and shows their number with the next switch', async () => {
    const { ingestion, documents } = await open()
    const staging = sampleStaging({ uri: 'file:///a.md', sentences })
    const version = await ingestion.stageVersion(staging)
    const versions = [version]
    await ingestion.switchTo({ generationId: 'g1', versions, counts: { documents: 1, passages: 3 }, embedder })
    const before = await ingestion.getPassages([version.versionId])
    const updatedAt = (await documents.get(version.documentId)).updatedAt
    const { text } = staging.document
    await ingestion.replacePassages({
      versionId: version.versionId,
      chunks: [
        { index: 0, start: 0, end: 6, headingPath: [], language: 'ja' },
        { index: 1, start: 6, end: text.length, headingPath: [], language: 'en' },
      ],
      chunker: 'chunker-2',
    })
    const after = await ingestion.getPassages([version.versionId])
    expect(after.map((passage) => passage.text)).toEqual([text.slice(0, 6), text.slice(6)])
    expect(after[0]?.id).toBe(before[0]?.id)
    expect(before.map((passage) => passage.id)).not.toContain(after[1]?.id)
    expect((await documents.list()).documents[0]?.passages).toBe(3)
    await ingestion.switchTo({ generationId: 'g2', versions, counts: { documents: 1, passages: 2 }, embedder })
    expect((await documents.list()).documents[0]).toMatchObject({ passages: 2, updatedAt })
    await expect(ingestion.replacePassages({ versionId: 'none', chunks: [], chunker: 'c' })).rejects.toMatchObject({
      code: 'DOCUMENT_NOT_FOUND',
    })
  })

  it('changes nothing when a version of the switch is not there', async () => {
    const { ingestion } = await open()
    const version = await ingestion.stageVersion(sampleStaging({ uri: 'file:///a.md', sentences }))
    await ingestion.switchTo({
      generationId: 'g1',
      versions: [version],
      counts: { documents: 1, passages: 3 },
      embedder,
    })
    const known = await ingestion.listKnown()
    await expect(
      ingestion.switchTo({
        generationId: 'g2',
        versions: [{ ...version, versionId: 'none' }],
        counts: { documents: 1, passages: 3 },
        embedder,
      }),
    ).rejects.toMatchObject({ code: 'DATABASE_FAILED' })
    expect(await ingestion.listKnown()).toEqual(known)
    expect((await ingestion.listGenerations()).map((generation) => generation.id)).toEqual(['g1'])
  })

  it('prunes what no kept generation needs, and never what serves', async () => {
    let seconds = 0
    const database = await open({ clock: () => new Date(Date.UTC(2026, 0, 1, 0, 0, seconds++)) })
    const { ingestion, documents } = database
    const stage = (revision: number) =>
      ingestion.stageVersion(sampleStaging({ uri: 'file:///a.md', sentences: [`第${revision}版。`] }))
    const versions = []
    for (let revision = 1; revision <= 4; revision += 1) {
      const version = await stage(revision)
      versions.push(version)
      await ingestion.switchTo({
        generationId: `g${revision}`,
        versions: [version],
        counts: { documents: 1, passages: 1 },
        embedder,
      })
    }
    await stage(5)
    expect(await ingestion.prune({ keepGenerations: ['g3'] })).toBe(3)
    expect((await ingestion.listGenerations()).map((generation) => generation.id)).toEqual(['g4', 'g3'])
    const [first, , third, fourth] = versions
    const id = fourth?.documentId ?? ''
    expect((await documents.get(id)).text).toBe('第4版。')
    expect((await documents.get(id, { versionId: third?.versionId })).text).toBe('第3版。')
    expect(await documents.find(id, { versionId: first?.versionId })).toBeNull()
    await expect(ingestion.getVersion(first?.versionId ?? '')).rejects.toMatchObject({ code: 'DOCUMENT_NOT_FOUND' })
    expect(await ingestion.prune({ keepGenerations: [] })).toBe(1)
    expect(await ingestion.prune({ keepGenerations: [] })).toBe(0)
    expect(await database.check()).toEqual([])
  })

  it('limits what is known to the addresses below a root', async () => {
    const { ingestion } = await open()
    const uris = ['file:///a%/x.md', 'file:///a%/y.md', 'file:///ab/x.md', 'https://a/']
    const versions = []
    for (const uri of uris) versions.push(await ingestion.stageVersion(sampleStaging({ uri, sentences: [uri] })))
    await ingestion.switchTo({ generationId: 'g1', versions, counts: { documents: 4, passages: 4 }, embedder })
    const known = async (root?: string) => (await ingestion.listKnown(root ? { root } : {})).map((row) => row.uri)
    expect(await known('file:///a%/')).toEqual(uris.slice(0, 2))
    expect(await known('file:///a')).toEqual(uris.slice(0, 3))
    expect(await known()).toEqual(uris)
    expect(await known('nothing')).toEqual([])
  })
}
