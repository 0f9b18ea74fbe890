// Measures how long the server takes for each page of the administration and of the library with many documents: makes a data
// folder of its own, seeds it, starts the real server on it, and asks for each page of the table of access, signed in as admin.
//   node scripts/measure-admin.mjs [--count 100000] [--times 7] [--limit 1000] [--folder FOLDER] [--only TEXT]
// `--folder` is seeded unless it was before, and stays; `--only` measures pages whose address holds that. Told are the median, least and most
// until a page has come whole, and of the very first request until what it is about is there. Fails when a median, or the first list of
// gaps, is above the limit (milliseconds).
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
    only: { type: 'string', default: '' },
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
  const narrowed = [
    `/admin/documents?${new URLSearchParams({ q: '休暇' })}`,
    `/admin/documents?${new URLSearchParams({ q: 'まったくない' })}`,
    `/admin/documents/${ids.document}?passage=sv000007.0-24`,
    `/admin/quarantine?${new URLSearchParams({ q: '留め置き 77' })}`,
    '/admin/jobs?status=failed',
    '/admin/answers?status=refused',
    '/admin?days=30',
    '/admin/feedback?verdict=bad',
    `/admin/audit?${new URLSearchParams({ target: 'seed/7/' })}`,
    '/admin/audit?actor=admin7',
    `/documents?${new URLSearchParams({ q: '休暇' })}`,
  ]
  // Lists of many pages, asked for one that lies behind the last.
  const paged = [
    '/admin/documents',
    '/admin/documents?order=title',
    `/admin/documents?${new URLSearchParams({ q: '休暇' })}`,
    '/admin/documents?state=failed',
    '/admin/quarantine',
    '/admin/jobs',
    '/admin/jobs?status=failed',
    '/admin/answers',
    '/admin/answers?days=30&status=refused',
    '/admin/feedback',
    '/admin/audit',
    `/admin/audit?${new URLSearchParams({ target: 'seed/7/' })}`,
    '/admin/edits',
    '/admin/gaps',
    '/documents',
    `/documents?${new URLSearchParams({ q: '休暇' })}`,
  ].map((page) => `${page}${page.includes('?') ? '&' : '?'}page=99999`)
  return {
    measured: [...plain.filter((page) => page !== '/sign-in'), ...narrowed, ...paged].filter((page) =>
      page.includes(values.only),
    ),
    left: pages.filter((page) => page.includes(':') && !byId[page]),
  }
}

/** What a page is about, where that comes before its end. */
const beginnings = { '/admin/gaps': 'data-gap=' }

/** Asks for a page as a browser does. Gives its status, the milliseconds until what it is about was there and until its end, and where it led. */
async function visit(page, headers) {
  const beginning = beginnings[page.split('?')[0]]
  const started = performance.now()
  const response = await fetch(`${server.url}${page}`, { headers, redirect: 'manual' })
  const decoder = new TextDecoder()
  let [text, shown] = ['', null]
  for await (const piece of response.body ?? []) {
    text += decoder.decode(piece, { stream: true })
    if (shown === null && beginning && text.includes(beginning)) shown = performance.now() - started
  }
  const whole = performance.now() - started
  return { status: response.status, shown: shown ?? whole, whole, to: response.headers.get('location') }
}

let failed = 0
try {
  const signedIn = await fetch(`${server.url}/api/v1/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ name: 'admin', password }),
  })
  const headers = { cookie: (signedIn.headers.get('set-cookie') ?? '').split(';')[0] }
  const { measured, left } = listPages()
  const titles = ['p50 ms', 'least', 'most', 'first'].map((title) => title.padStart(8)).join(' ')
  process.stdout.write(`${'page'.padEnd(56)} ${titles}\n`)
  for (const asked of measured) {
    let page = asked
    let first = await visit(page, headers)
    if (first.to) {
      page = first.to.replace(server.url, '')
      first = await visit(page, headers)
    }
    const taken = []
    let { status } = first
    for (let time = 0; time < times; time++) {
      const visited = await visit(page, headers)
      status = visited.status
      taken.push(visited.whole)
    }
    taken.sort((a, b) => a - b)
    const median = taken[Math.floor(taken.length / 2)]
    const isFast = median <= limit && (first.shown === first.whole || first.shown <= limit)
    if (status !== 200 || !isFast) failed += 1
    const told = status === 200 ? (isFast ? '' : `  above ${limit} ms`) : `  status ${status}`
    const columns = [median, taken[0], taken.at(-1), first.shown].map((ms) => ms.toFixed(0).padStart(8)).join(' ')
    const end = first.shown === first.whole ? '' : `  first whole ${first.whole.toFixed(0)}`
    process.stdout.write(`${decodeURIComponent(page).padEnd(56)} ${columns}${told}${end}\n`)
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
