import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, expect, it } from 'vitest'
import type { RetrievalReport } from './report/retrieval-report.js'

const main = fileURLToPath(new URL('../../dist/main.js', import.meta.url))
const subjects = [
  '梅雨',
  '富士山',
  '東大寺',
  '奈良',
  '新幹線',
  '琵琶湖',
  '将棋',
  '味噌',
  '浮世絵',
  '台風',
  '俳句',
  '温泉',
]
const folder = await mkdtemp(path.join(tmpdir(), 'shutten-bench-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

it('measures every system on the same passages, each in a process of its own', { timeout: 300_000 }, async () => {
  const evaluation = path.join(folder, 'eval')
  await mkdir(path.join(evaluation, 'jsquad'), { recursive: true })
  const paragraphs = subjects.map((subject, n) => ({
    context: `${subject} [SEP] ${subject}は第${n}章で述べる。${subject}の由来は${n + 1900}年の記録にある。詳しくは資料${n}を見よ。`,
    qas: [{ question: `${subject}の由来はいつの記録にありますか？`, is_impossible: false }],
  }))
  await writeFile(
    path.join(evaluation, 'jsquad', 'valid-v1.3.json'),
    JSON.stringify({ data: [{ title: '国語', paragraphs }] }),
  )
  const flags = {
    passages: '60',
    queries: '4',
    systems: 'shutten,langchain,langchain-words,hnswlib',
    clients: '1,2',
    seconds: '0.1',
    loads: '1',
    folder,
    evaluation,
  }
  const { stdout } = await promisify(execFile)(process.execPath, [
    main,
    'retrieval',
    '--json',
    ...Object.entries(flags).flatMap(([name, value]) => [`--${name}`, value]),
  ])
  const report = JSON.parse(stdout) as RetrievalReport
  expect(report).toMatchObject({ realPassages: 12, questions: 4 })
  const [size] = report.sizes
  expect(Object.keys(size?.systems ?? {})).toEqual(['shutten', 'langchain', 'langchain-words', 'hnswlib'])
  for (const system of Object.values(size?.systems ?? {})) {
    for (const value of [system.load, system.latency.p50, system.search.p50, system.embedding.p50, system.disk])
      expect(value).toBeGreaterThan(0)
    expect(Object.keys(system.perSecond)).toEqual(['1', '2'])
    expect(system.latency.p99).toBeGreaterThanOrEqual(system.latency.p50)
    expect(system.quality?.questions).toBe(4)
    expect(system.quality?.recall10).toBeGreaterThan(0.5)
  }
  expect(size?.systems.shutten?.quality?.mrr10).toBe(1)
  expect(size?.systems.shutten?.stages).toHaveProperty('dense')
  expect(report.goals.length).toBeGreaterThan(0)
})
