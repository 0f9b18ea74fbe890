import { createServer } from 'node:net'
import path from 'node:path'
import { createSuiteFolder } from '@shutten/testing'
import { afterAll, describe, expect, it } from 'vitest'
import { apiary, writeArticles } from './fixtures/articles.js'
import { answer, ingestReport, searchResponse } from './fixtures/contract.js'
import { createShutten } from './fixtures/create-shutten.js'

const folder = createSuiteFolder()
const shutten = createShutten(path.join(folder, 'data'))

/** The shortest PNG: one pixel. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

// 「硝子工房「みなと」は小樽にあり、窯の温度は摂氏1230度に保たれる。職人は九人いる。」 under 「硝子工房の記録」, in Shift_JIS.
const shiftJis = Buffer.from(
  'j8mOcY1IlluCzItMmF4KCo/JjnGNSJZbgXWC3YLIgsaBdoLNj6ySTYLJgqCC6IFBl3GCzIm3k3iCzZDbjoExMjMwk3iCyZXbgr2C6oLpgUKQRZBsgs2L45BsgqKC6YFCCg==',
  'base64',
)
// 「三笠川の渡し船は一日に14便あり、対岸まで六分かかる。運賃は大人120円である。」 under 「渡し船の記録」, in EUC-JP.
const eucJp = Buffer.from(
  'xc+kt8GlpM61rc+/Cgq7sLPewO6kzsXPpLfBpaTPsOzG/KTLMTTK2KSipOqhosLQtN+k3qTHz7vKrKSrpKuk66Gjsb/EwqTPwue/zTEyMLHfpMekoqTroaMK',
  'base64',
)

describe('bad sources', { sequential: true }, () => {
  it('are told one by one, and all the rest goes in', async () => {
    const place = writeArticles(path.join(folder, 'mixed'), {
      'apiary.md': apiary,
      'picture.txt': png,
      'empty.txt': '',
      'broken.txt': Uint8Array.from([0xe3, 0x81, 0x82, 0xff, 0xfe, 0x20, 0xe3, 0x28, 0xa1]),
      'glass.txt': shiftJis,
      'ferry.txt': eucJp,
    })
    const nothing = writeArticles(path.join(folder, 'nothing'), { 'picture.png': png })
    const missing = path.join(folder, 'missing.md')
    const { status, stdout, stderr } = await shutten.run(['ingest', place, nothing, missing, '--json'])
    expect(status).toBe(1)
    const report = ingestReport.parse(JSON.parse(stdout))
    expect(report).toMatchObject({ added: 3, documents: 3 })
    const codes = Object.fromEntries(
      report.failed.map(({ uri, code }) => [path.basename(decodeURIComponent(uri.replace(/\/$/, ''))), code]),
    )
    expect(codes).toEqual({
      'picture.txt': 'SOURCE_BINARY',
      'empty.txt': 'SOURCE_EMPTY',
      'broken.txt': 'SOURCE_ENCODING',
      nothing: 'FOLDER_NOTHING_READABLE',
      'missing.md': 'SOURCE_NOT_FOUND',
    })
    for (const { code, uri } of report.failed) expect(stderr).toContain(`error[${code}] ${uri}: `)
    expect(stderr.match(/^ {2}→ \S/gm)).toHaveLength(report.failed.length)
  })

  it('of old Japanese encodings are read right', async () => {
    const [glass, ferry] = await Promise.all([
      shutten.json(answer, ['ask', '硝子工房「みなと」の窯の温度は何度ですか？']),
      shutten.json(answer, ['ask', '三笠川の渡し船の運賃はいくらですか？']),
    ])
    expect(glass.citations.some(({ quote }) => quote.includes('1230度'))).toBe(true)
    expect(ferry.citations.some(({ quote }) => quote.includes('120円'))).toBe(true)
  })

  it('lose nothing of what was there', async () => {
    const again = await shutten.json(ingestReport, ['ingest', path.join(folder, 'missing.md')], { status: 1 })
    expect(again).toMatchObject({ added: 0, deleted: 0, documents: 3, failed: [{ code: 'SOURCE_NOT_FOUND' }] })
  })
})

describe('bad questions', () => {
  it.each([
    ['an empty question', ['ask', ''], undefined, 'QUESTION_EMPTY', 64],
    ['white space and signs', ['ask', ' \n　？ '], undefined, 'QUESTION_EMPTY', 64],
    ['a question of 100,000 characters', ['ask', 'a'.repeat(100_000)], undefined, 'QUESTION_TOO_LONG', 64],
    ['the same by standard input', ['ask', '-'], '問'.repeat(100_000), 'QUESTION_TOO_LONG', 64],
    ['nothing on standard input', ['ask', '-'], '', 'QUESTION_EMPTY', 64],
    ['an empty search', ['search', ''], undefined, 'QUESTION_EMPTY', 64],
    ['no results asked for', ['search', '蜂蜜', '-k', '0'], undefined, 'INPUT_INVALID', 64],
    ['too many results asked for', ['search', '蜂蜜', '-k', '101'], undefined, 'INPUT_INVALID', 64],
    ['half a result asked for', ['search', '蜂蜜', '-k', '1.5'], undefined, 'INPUT_INVALID', 64],
    ['no number', ['search', '蜂蜜', '-k', 'ten'], undefined, 'INPUT_INVALID', 64],
    ['a budget that is no time', ['search', '蜂蜜', '--budget', '-1'], undefined, 'INPUT_INVALID', 64],
    ['an empty tag', ['ingest', 'x.md', '--tag', ' '], undefined, 'INPUT_INVALID', 64],
    ['a language that is none', ['search', '蜂蜜', '--lang', 'fr'], undefined, 'FILTER_INVALID', 64],
    ['a day that is none', ['ask', '蜂蜜', '--from', '2026-02-30'], undefined, 'FILTER_INVALID', 64],
    [
      'dates in the wrong order',
      ['ask', '蜂', '--from', '2026-02-02', '--until', '2026-02-01'],
      undefined,
      'FILTER_INVALID',
      64,
    ],
    ['an empty filter', ['search', '蜂蜜', '--tag', ' '], undefined, 'FILTER_INVALID', 64],
    ['an unknown verb', ['answer', '蜂蜜'], undefined, 'INPUT_INVALID', 64],
    ['an unknown option', ['ask', '蜂蜜', '--loud'], undefined, 'INPUT_INVALID', 64],
    ['a missing argument', ['ask'], undefined, 'INPUT_INVALID', 64],
    ['an unknown document', ['document', 'nobody'], undefined, 'DOCUMENT_NOT_FOUND', 66],
    ['an unknown dataset', ['eval', '/nowhere/dataset.json'], undefined, 'SOURCE_NOT_FOUND', 66],
    ['an embedder that is not configured', ['reindex', '--model', 'other'], undefined, 'CONFIGURATION_INVALID', 78],
  ] as const)('%s', async (_, args, input, code, status) => {
    const options = input === undefined ? {} : { input }
    expect(await shutten.fail([...args], options)).toMatchObject({ code, status })
  })

  it('leave the index answering', async () => {
    const { results } = await shutten.json(searchResponse, ['search', '蜂蜜'])
    expect(results[0]?.text).toContain('蜂蜜')
  })
})

describe('bad settings', () => {
  it.each([
    ['a language model without a provider', { SHUTTEN_LLM: 'nonsense' }],
    ['a language model of an unknown provider', { SHUTTEN_LLM: 'oracle:delphi' }],
    ['an embedder without a provider', { SHUTTEN_EMBEDDER: 'nonsense' }],
    ['a port that is none', { PORT: '70000' }],
    ['an address that is none', { SHUTTEN_LLM: 'openai:x', SHUTTEN_LLM_BASE_URL: 'no address' }],
  ])('%s', async (_, environment) => {
    expect(await shutten.fail(['ask', '青葉養蜂場とは何ですか？', '--json'], { environment })).toMatchObject({
      code: 'CONFIGURATION_INVALID',
      status: 78,
    })
  })

  it('a data folder that cannot be made or written', async () => {
    const file = path.join(writeArticles(path.join(folder, 'plain'), { file: 'x' }), 'file')
    for (const place of [file, path.join(file, 'below')])
      for (const verb of ['status', 'serve'])
        expect(await createShutten(place).fail([verb])).toMatchObject({ code: 'DATA_FOLDER_UNWRITABLE', status: 73 })
  })

  it('a port that is in use, before anything is begun', async () => {
    const server = createServer()
    afterAll(() => new Promise((resolve) => server.close(resolve)))
    const port = await new Promise<number>((resolve) =>
      server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port)),
    )
    expect(await shutten.fail(['serve'], { environment: { PORT: String(port) } })).toMatchObject({
      code: 'PORT_IN_USE',
      status: 69,
    })
  })
})
