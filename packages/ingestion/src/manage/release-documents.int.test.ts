import path from 'node:path'
import { createDatabase } from '@shutten/database'
import { createTemporaryFolder } from '@shutten/testing'
import { expect, it, onTestFinished } from 'vitest'
import { createDefinition } from '../source/fixtures/create-definition.js'
import { releaseDocument } from './release-document.js'
import { releaseDocuments } from './release-documents.js'

it('takes a released document in by the source that holds it, by itself where none does or its run has begun', async () => {
  const database = await createDatabase({ file: path.join(await createTemporaryFolder(), 'shutten.db') })
  onTestFinished(() => database.close())
  const { sources, quarantine, jobs } = database
  const definition = createDefinition({ kind: 'sitemap', location: 'https://example.com/sitemap.xml' })
  const source = await sources.create({ name: 's', definition, enabled: true, nextRunAt: null })
  const release = async (uri: string) => {
    await quarantine.hold({ uri, title: '題', mediaType: 'text/html', text: '文', textHash: uri, findings: [] })
    const held = (await quarantine.list()).documents.find((document) => document.uri === uri)
    return (await releaseDocument({ id: held?.id ?? '', quarantine, jobs, sources })).request
  }
  const uri = 'https://example.com/a'
  const known = { uri, contentHash: 'h', revision: null, validators: null, origin: 'page' as const }
  const item = { ...known, checkedAt: '2026-01-01T00:00:00Z', became: 'quarantined' as const, documentId: null }
  await sources.saveVisit({ sourceId: source.id, items: [{ ...item, description: '' }], gone: [], validators: null })

  expect(await release(uri)).toEqual({ kind: 'ingest-source', sourceId: source.id, name: 's' })
  expect(await release('https://example.org/b')).toEqual({ kind: 'ingest', locations: ['https://example.org/b'] })
  expect(await release('text:c')).toMatchObject({ kind: 'ingest-texts' })
  await jobs.claim({ owner: 'w' })
  expect(await release(uri)).toEqual({ kind: 'ingest', locations: [uri] })
})

it('takes many in by few jobs, and leaves what has changed since it was looked at', async () => {
  const database = await createDatabase({ file: path.join(await createTemporaryFolder(), 'shutten.db') })
  onTestFinished(() => database.close())
  const { sources, quarantine, jobs } = database
  for (const name of ['a', 'b', 'text:c', 'd']) {
    const uri = name.includes(':') ? name : `https://example.org/${name}`
    await quarantine.hold({ uri, title: name, mediaType: 'text/html', text: '文', textHash: name, findings: [] })
  }
  const { documents } = await quarantine.list()
  const looked = documents.map(({ id, title, textHash }) => ({ id, textHash: title === 'd' ? 'earlier' : textHash }))
  const outcome = await releaseDocuments({
    documents: [...looked, { id: 'none' }],
    quarantine,
    jobs,
    sources,
  })
  expect(outcome.released).toHaveLength(3)
  expect(outcome.failed.map(({ error }) => (error as { code: string }).code).sort()).toEqual([
    'DOCUMENT_NOT_FOUND',
    'QUARANTINE_CHANGED',
  ])
  expect(outcome.jobs.map(({ request }) => request)).toEqual([
    { kind: 'ingest', locations: expect.arrayContaining(['https://example.org/a', 'https://example.org/b']) },
    { kind: 'ingest-texts', documents: [expect.objectContaining({ uri: 'text:c' })] },
  ])
  expect((await quarantine.list({ statuses: ['held'] })).documents.map(({ title }) => title)).toEqual(['d'])
})
