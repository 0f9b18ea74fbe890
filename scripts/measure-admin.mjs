// Measures how long the server takes for each page of the administration and of the library with many documents: makes a data
// folder of its own, seeds it, starts the real server on it, and asks for each page of the table of access, signed in as admin.
//   node scripts/measure-admin.mjs [--count 100000] [--times 7] [--limit 1000] [--folder FOLDER]
// `--folder` is seeded unless it was before, and stays. Fails when the median of a page is above the limit (milliseconds).
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { prepare, setUpEnvironment } from './lib/prepare.mjs'
import { root } from './lib/root.mjs'
import { say } from './lib/say.mjs'
import { seedRecords } from './lib/seed-records.mjs'
import { startServer } from './lib/start-server.mjs'

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '100000' },
    times: { type: 'string', default: '7' },
    limit: { type: 'string', default: '1000' },
    folder: { type: 'string' },
    built: { type: 'boolean', default: false },
  },
})
const [count, times, limit] = [values.count, values.times, values.limit].map(Number)
if (![count, times, limit].every((number) => Number.isInteger(number) && number > 0)) {
  say('error[INPUT_INVALID] --count, --times and --limit are whole numbers from 1.')
  process.exit(64)
}
if (!values.built) prepare()

const folder = values.folder ? path.resolve(values.folder) : mkdtempSync(path.join(tmpdir(), 'shutten-admin-'))
const seeded = path.join(folder, 'seeded.json')
const password = 'password-for-measuring'
const environment = { ...setUpEnvironment(), SHUTTEN_DATA_DIR: folder, SHUTTEN_ADMIN_PASSWORD: password }
mkdirSync(folder, { recursive: true })

function run(args) {
  const { status } = spawnSync(process.execPath, [path.join(root, 'apps/cli/dist/main.js'), ...args], {
    cwd: root,
    stdio: ['ignore', 'ignore', 2],
    env: environment,
  })
  if (status !== 0) process.exit(status ?? 1)
}

function seed() {
  if (existsSync(seeded)) return JSON.parse(readFileSync(seeded, 'utf8'))
  const article = path.join(folder, 'article.md')
  writeFileSync(article, '# 休暇\n\n有給休暇は一年に二十日である。\n\n# 申請\n\n申請は前日までに人事課へ行う。\n')
  run(['ingest', article, '--json'])
  run(['ask', '有給休暇は一年に何日ですか？', '--conversation', 'new', '--json'])
  const started = performance.now()
  const ids = seedRecords({ folder, count })
  if (!ids) {
    say('error[INDEX_EMPTY] The folder holds no article, or no answer.')
    process.exit(65)
  }
  say(`seeded ${count} documents in ${Math.round((performance.now() - started) / 1_000)} s`)
  writeFileSync(seeded, JSON.stringify({ ...ids, count }))
  return { ...ids, count }
}

const ids = seed()
const server = await startServer({ environment })
if (!server) process.exit(1)

/** Pages of the table of access that somebody who is signed in sees, with what stands for their ids. */
function listPages() {
  const table = readFileSync(path.join(root, 'apps/web/src/server/auth/access-table.ts'), 'utf8')
  const byId = {
    '/admin/documents/:id': ids.document,
    '/admin/quarantine/:id': ids.held,
    '/admin/jobs/:id': ids.job,
    '/admin/feedback/:id': ids.feedback,
    '/admin/sources/:id': ids.source,
    '/documents/:id': ids.document,
  }
  const pages = [...table.matchAll(/'page (\/[^']*)'/g)].map(([, page]) => page)
  const plain = pages.flatMap((page) =>
    page.includes(':') ? (byId[page] ? page.replace(':id', byId[page]) : []) : page,
  )
  const last = (size) => Math.floor(ids.count / size)
  const narrowed = [
    `/admin/documents?page=${last(50)}`,
    `/admin/documents?${new URLSearchParams({ q: '休暇' })}`,
    `/admin/documents?${new URLSearchParams({ q: 'まったくない' })}`,
    `/admin/documents/${ids.document}?passage=sv000007.0-24`,
    `/admin/quarantine?${new URLSearchParams({ q: '留め置き 77' })}`,
    `/admin/quarantine?page=${last(50)}`,
    '/admin/jobs?status=failed',
    `/admin/jobs?page=${last(50)}`,
    '/admin/answers?status=refused',
    `/admin/answers?days=30&page=${last(50)}`,
    '/admin?days=30',
    '/admin/feedback?verdict=bad',
    `/admin/audit?page=${last(50)}`,
    `/admin/audit?${new URLSearchParams({ target: 'seed/7/' })}`,
    '/admin/audit?actor=admin7',
    `/documents?page=${last(50)}`,
    `/documents?${new URLSearchParams({ q: '休暇' })}`,
  ]
  return {
    measured: [...plain.filter((page) => page !== '/sign-in'), ...narrowed],
    left: pages.filter((page) => page.includes(':') && !byId[page]),
  }
}

let failed = 0
try {
  const signedIn = await fetch(`${server.url}/api/v1/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ name: 'admin', password }),
  })
  const cookie = (signedIn.headers.get('set-cookie') ?? '').split(';')[0]
  const { measured, left } = listPages()
  process.stdout.write(`${'page'.padEnd(56)} ${'p50 ms'.padStart(8)} ${'least'.padStart(8)} ${'most'.padStart(8)}\n`)
  for (const page of measured) {
    const taken = []
    let status = 0
    for (let time = -1; time < times; time++) {
      const started = performance.now()
      const response = await fetch(`${server.url}${page}`, { headers: { cookie }, redirect: 'manual' })
      await response.arrayBuffer()
      status = response.status
      if (time >= 0) taken.push(performance.now() - started)
    }
    taken.sort((a, b) => a - b)
    const median = taken[Math.floor(taken.length / 2)]
    const isGood = status === 200 && median <= limit
    if (!isGood) failed += 1
    const told = status === 200 ? (isGood ? '' : `  above ${limit} ms`) : `  status ${status}`
    const columns = [median, taken[0], taken.at(-1)].map((ms) => ms.toFixed(0).padStart(8)).join(' ')
    process.stdout.write(`${decodeURIComponent(page).padEnd(56)} ${columns}${told}\n`)
  }
  process.stdout.write(
    `${failed === 0 ? 'All' : `${measured.length - failed} of ${measured.length}`} within ${limit} ms\n`,
  )
  if (left.length > 0) process.stdout.write(`Not measured, for their ids are not known: ${left.join(', ')}\n`)
} finally {
  await server.stop()
  if (!values.folder) rmSync(folder, { recursive: true, force: true })
}
process.exit(failed === 0 ? 0 : 1)
