// Fills the records of a data folder, to see how the admin pages do with many rows. What serves gets them as documents, too, so
// use a copy of a folder that holds a few articles.
//   node scripts/seed-admin.mjs FOLDER [COUNT]      100,000 unless told
import { say } from './lib/say.mjs'
import { seedRecords } from './lib/seed-records.mjs'

const [folder, asked = '100000'] = process.argv.slice(2)
const count = Number(asked)
if (!folder || !Number.isInteger(count) || count < 1) {
  say('error[INPUT_INVALID] Name a data folder, and how many rows: node scripts/seed-admin.mjs FOLDER 100000')
  process.exit(64)
}
const started = performance.now()
if (!seedRecords({ folder, count })) {
  say('error[INDEX_EMPTY] The folder has to hold articles, and an answer: ingest some and ask once.')
  process.exit(65)
}
const seconds = Math.round((performance.now() - started) / 1_000)
say(`${count} documents, held documents, answers and jobs are in ${folder}, after ${seconds} s.`)
