import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { createSuiteFolder } from '@shutten/testing'
import { expect, it } from 'vitest'
import { apiary, lighthouse, writeArticles } from './fixtures/articles.js'

const folder = createSuiteFolder()
const disk = path.join(folder, 'disk')
const main = path.resolve(import.meta.dirname, '..', 'dist', 'main.js')

/** Runs a script where a file system of a few megabytes is mounted at `disk`, seen by nobody else; null where that is not allowed. */
function runOnDisk(script: string): { output: string; status: number | null } | null {
  mkdirSync(disk, { recursive: true })
  const enter = (command: string) =>
    spawnSync('unshare', ['--map-root-user', '--mount', 'sh', '-c', command], {
      encoding: 'utf8',
      env: { PATH: process.env.PATH, HOME: folder, DISK: disk, MAIN: main, SHUTTEN_DATA_DIR: path.join(disk, 'data') },
    })
  const mount = 'mount -t tmpfs -o size=4m tmpfs "$DISK"'
  if (enter(mount).status !== 0) return null
  const { stdout, stderr, status } = enter(
    `${mount}\nshutten() { node "$MAIN" "$@" 2>&1; echo "status $?"; }\n${script}`,
  )
  return { output: stdout + stderr, status }
}

const first = writeArticles(path.join(folder, 'first'), { 'apiary.md': apiary })
const many = Object.fromEntries(
  Array.from({ length: 40 }, (_, i) => [`${i}.md`, `${lighthouse}\nNumber ${i}. ${'Seen from the sea. '.repeat(400)}`]),
)
const second = writeArticles(path.join(folder, 'second'), many)

it('says that the disk is full, goes on answering, and takes everything in once there is space', async (context) => {
  const run = runOnDisk(`
    shutten ingest '${first}'
    dd if=/dev/zero of="$DISK/filler" bs=1k count=$(( $(df -k "$DISK" | tail -1 | awk '{print $4}') - 200 )) 2>/dev/null
    echo '=== full'; shutten ingest '${second}'
    echo '=== search'; shutten search 採蜜 --json
    echo '=== ask'; shutten ask '青葉養蜂場は何年に開業しましたか？'
    rm "$DISK/filler"; mount -o remount,size=64m "$DISK"
    echo '=== space'; shutten ingest '${second}'
    echo '=== doctor'; shutten doctor`)
  if (!run) return context.skip()
  const [, full = '', search = '', ask = '', space = '', doctor = ''] = run.output.split(/^=== \w+\n/m)
  expect(full).toMatch(/error\[DISK_FULL\].*\n {2}→ Free some space[\s\S]*status 74/)
  expect(search).toMatch(/24個|38キログラム[\s\S]*status 0/)
  expect(full.match(/error\[/g)).toHaveLength(1)
  expect(ask).toMatch(/2019年/)
  expect(ask).toMatch(/warning\[ANSWER_NOT_KEPT\][\s\S]*status 0/)
  expect(space).toMatch(/41 documents[\s\S]*status 0/)
  expect(doctor).not.toMatch(/^BAD +(?! |disk)/m)
})

it('says that the folder cannot be written, and changes nothing', async (context) => {
  const run = runOnDisk(`
    mount -o remount,size=64m "$DISK"
    shutten ingest '${first}'
    mount -o remount,ro "$DISK"
    echo '=== ingest'; shutten ingest '${second}'
    echo '=== search'; shutten search 採蜜
    mount -o remount,rw "$DISK"
    echo '=== again'; shutten ingest '${second}'`)
  if (!run) return context.skip()
  const [, ingest = '', search = '', again = ''] = run.output.split(/^=== \w+\n/m)
  for (const refused of [ingest, search])
    expect(refused).toMatch(/error\[DATA_FOLDER_UNWRITABLE\].*\n {2}→ .*\nstatus 7\d/)
  expect(again).toMatch(/41 documents[\s\S]*status 0/)
})
