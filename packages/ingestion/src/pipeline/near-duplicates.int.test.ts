import { describe, expect, it } from 'vitest'
import { openServing, type TestRecords } from '../fixtures/articles.js'
import { createTestRecords, getBundledEmbedder } from '../fixtures/create-test-records.js'

const same =
  '図書館は平日の午前9時から午後7時まで開いている。休館日は毎週月曜日で、祝日にあたるときは翌日を休みとする。'
const other = '会議室を借りるには、3日前までに窓口で申し込む。料金は1時間あたり500円である。'
const document = (name: string, text: string) => ({
  id: name,
  uri: `test:${name}`,
  title: '利用案内',
  text,
  tags: [name],
})

async function search(records: TestRecords, query: string, tags?: string[]) {
  const generation = await openServing(records)
  try {
    const within = tags ? { within: generation.findOrdinals({ tags }) } : {}
    const vector = await getBundledEmbedder().embedQuery(query)
    const toIds = (hits: { ordinal: number }[]) =>
      generation.getPassages(hits.map(({ ordinal }) => ordinal)).map(({ documentId }) => documentId)
    return {
      dense: toIds(generation.vectors.search({ vector, k: 5, ...within })),
      lexical: toIds(generation.lexical.search({ text: query, k: 5, ...within })),
    }
  } finally {
    generation.close()
  }
}

describe('passages that say the same', () => {
  it('are embedded and indexed once, and found wherever one of them may be found', async () => {
    const records = await createTestRecords()
    const documents = [document('a', same), document('b', same.replace('、', '，')), document('c', other)]
    const report = await records.ingestor.ingestTexts({ documents })
    expect(report).toMatchObject({ documents: 3, passages: 3, linked: 1 })
    expect(records.getEmbeddedCount()).toBe(2)
    expect((await search(records, '図書館の休館日')).dense).toEqual(['a', 'c'])
    expect(await search(records, '図書館の休館日', ['b'])).toEqual({ dense: ['b'], lexical: ['b'] })
    expect((await search(records, '図書館の休館日', ['a', 'b'])).lexical).toEqual(['a'])
    const generation = await openServing(records)
    const [passage] = generation.getDocumentPassages('b')
    expect(passage?.text).toContain('，')
    generation.close()
  })

  it('stay apart where a number, a year or a denial differs', async () => {
    const records = await createTestRecords()
    const texts = [same, same.replace('9時', '10時'), `2023年度。${same}`, `2024年度。${same}`]
    texts.push(same.replace('開いている', '開いていない'))
    const report = await records.ingestor.ingestTexts({ documents: texts.map((text, i) => document(`d${i}`, text)) })
    expect(report).toMatchObject({ passages: 5, linked: 0 })
  })

  it('come up when the document goes that was indexed for them, and nothing of it stays', async () => {
    const records = await createTestRecords()
    await records.ingestor.ingestTexts({ documents: [document('a', same), document('b', same), document('c', other)] })
    const report = await records.ingestor.remove({ documentId: 'a' })
    expect(report.proof).toMatchObject({ passages: 0, vectors: 0, lexical: 0 })
    expect(await search(records, '図書館の休館日')).toMatchObject({ dense: ['b', 'c'] })
    const second = await records.ingestor.remove({ documentId: 'b' })
    expect(second.proof).toMatchObject({ passages: 0, vectors: 0, lexical: 0 })
    expect((await search(records, '図書館の休館日')).dense).toEqual(['c'])
  })

  it('are linked to what an earlier run has indexed, which is not touched', async () => {
    const records = await createTestRecords()
    await records.ingestor.ingestTexts({ documents: [document('b', same), document('c', other)] })
    const embedded = records.getEmbeddedCount()
    const report = await records.ingestor.ingestTexts({ documents: [document('a', `${same}`), document('d', same)] })
    expect(report).toMatchObject({ added: 2, passages: 4, linked: 2 })
    expect(records.getEmbeddedCount()).toBe(embedded)
    expect((await search(records, '図書館の休館日')).dense).toEqual(['b', 'c'])
    expect(await search(records, '図書館の休館日', ['a'])).toEqual({ dense: ['a'], lexical: ['a'] })
    // One that changes leaves the others as they are.
    const changed = await records.ingestor.ingestTexts({ documents: [document('b', same.replace('9時', '8時'))] })
    expect(changed).toMatchObject({ updated: 1, linked: 1 })
    expect((await search(records, '図書館の休館日', ['a', 'd'])).dense).toEqual(['a'])
    expect(await records.generations.verify(changed.generation ?? '')).toEqual([])
  })

  it('are the same ones when everything is built anew', async () => {
    const records = await createTestRecords()
    const documents = ['a', 'b', 'c'].map((name) => document(name, `${same}${other.repeat(name === 'b' ? 2 : 1)}`))
    const { linked } = await records.ingestor.ingestTexts({ documents })
    expect(await records.ingestor.reindex()).toMatchObject({ linked })
    expect(await records.ingestor.reindex()).toMatchObject({ linked })
  })
})
