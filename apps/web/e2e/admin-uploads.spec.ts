import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import { finishedJobs, run, signIn, test, untilFinished } from './admin-test'
import { expectAccessible } from './expect-accessible'
import { followJob } from './follow-job'

// One index behind all of them.
test.describe.configure({ mode: 'serial' })

/** Lets files and folders of this machine go over a part of the page, as a hand that drags them there. */
async function drop(page: Page, options: { onto: string; files: string[] }) {
  const { onto, files } = options
  const box = await page.locator(onto).boundingBox()
  if (!box) throw new Error(`${onto} is not on the page.`)
  const session = await page.context().newCDPSession(page)
  const data = { items: [], files, dragOperationsMask: 1 }
  const at = { x: box.x + box.width / 2, y: box.y + Math.min(box.height / 2, 60) }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, ...at, data })
  await session.detach()
}

declare global {
  interface Window {
    uploadStates?: Record<string, string[]>
  }
}

/** From now on, what each file is said to be at, by its path. */
const recordStates = (page: Page) =>
  page.evaluate(() => {
    const seen: Record<string, string[]> = {}
    window.uploadStates = seen
    const look = () => {
      for (const { dataset } of document.querySelectorAll<HTMLElement>('li[data-upload]')) {
        const { upload = '', state = '' } = dataset
        const states = seen[upload] ?? []
        seen[upload] = states
        if (states.at(-1) !== state) states.push(state)
      }
    }
    new MutationObserver(look).observe(document, { subtree: true, childList: true, attributeFilter: ['data-state'] })
  })

const rows = (page: Page, state?: string) => page.locator(`li[data-upload]${state ? `[data-state="${state}"]` : ''}`)

test('takes a folder that is dropped, with the folders in it, and says what it does not take @long', async ({
  page,
  t,
}) => {
  test.slow()
  const parent = await mkdtemp(path.join(tmpdir(), 'shutten-drop-'))
  const folder = path.join(parent, `drop-${run}`)
  await mkdir(path.join(folder, 'deep', 'deeper'), { recursive: true })
  for (const name of ['one', 'deep/two', 'deep/deeper/three'])
    await writeFile(path.join(folder, `${name}.md`), `# ${run} ${name}\n\n${name} 1937.\n`)
  await writeFile(path.join(folder, 'deep', 'photo.png'), 'P')
  await writeFile(path.join(folder, 'deep', 'empty.md'), '')
  await writeFile(path.join(folder, '.hidden.md'), '# Hidden')
  await signIn(page)
  await page.goto('/admin/documents')
  await drop(page, { onto: '.admin-drop', files: [folder] })
  await expect(rows(page)).toHaveCount(5)
  await expect(rows(page, 'refused')).toHaveCount(2)
  await expect(page.locator(`li[data-upload="drop-${run}/deep/photo.png"]`)).toContainText('SOURCE_TYPE_UNSUPPORTED')
  await expect(page.locator(`li[data-upload="drop-${run}/deep/empty.md"]`)).toContainText('SOURCE_EMPTY')
  await expect(rows(page, 'done')).toHaveCount(3, untilFinished)
  await expectAccessible(page)
  await page.goto(`/admin/documents?q=${run}&order=title`)
  await expect(page.locator('tr[data-document]')).toHaveCount(3)

  // Dropped beside the place for it, a file is taken as well: the browser does not open it instead of the page.
  await page.getByLabel(t('admin.documentList.query')).fill('typed')
  const beside = path.join(parent, 'beside.md')
  await writeFile(beside, `# ${run} beside\n\nBeside 1937.\n`)
  await drop(page, { onto: 'h1', files: [beside] })
  await expect(rows(page)).toHaveCount(1)
  await expect(page.getByLabel(t('admin.documentList.query'))).toHaveValue('typed')
  const change = { change: { action: 'delete' }, filter: { query: run }, count: 4 }
  await expect(rows(page, 'done')).toHaveCount(1, untilFinished)
  const removed = await page.request.post('/api/v1/documents/changes', { data: change })
  expect((await followJob({ admin: page.request, jobId: (await removed.json()).jobId })).result.deleted).toBe(4)
  await rm(parent, { recursive: true })
})

test('takes 300 files at once, tells the way of each, and can be used and paused meanwhile @long', async ({
  page,
  t,
}) => {
  test.setTimeout(480_000)
  const many = 300
  const word = `many${run}`
  const parent = await mkdtemp(path.join(tmpdir(), 'shutten-many-'))
  const folder = path.join(parent, word)
  for (let number = 0; number < many; number++) {
    const part = path.join(folder, `part-${number % 3}`)
    await mkdir(part, { recursive: true })
    await writeFile(
      path.join(part, `${number}.md`),
      `# ${word} ${number}\n\nNumber ${number} is kept in box ${number}.\n`,
    )
  }
  await signIn(page)
  await page.goto('/admin/documents')
  await recordStates(page)
  await drop(page, { onto: '.admin-drop', files: [folder] })
  await expect(rows(page)).toHaveCount(many)

  // The page answers while they are on their way, and loses none for it.
  const query = page.getByLabel(t('admin.documentList.query'))
  await query.fill(word)
  await query.press('Enter')
  await expect(page).toHaveURL(new RegExp(`q=${word}`))
  await expect(rows(page)).toHaveCount(many)
  const panel = page.locator('article[data-job]').filter({ hasText: t('admin.job.ingest') })
  await expect(panel).toHaveAttribute('data-status', 'running', untilFinished)
  await panel.getByRole('button', { name: t('admin.jobAction.pause') }).click()
  await expect(panel).toHaveAttribute('data-status', 'paused')
  await expect(rows(page, 'paused')).toHaveCount(many)
  await panel.getByRole('button', { name: t('admin.jobAction.resume') }).click()
  await expect(rows(page, 'done')).toHaveCount(many, { timeout: 300_000 })
  const seen = await page.evaluate(() => Object.values(window.uploadStates ?? {}))
  expect(seen).toHaveLength(many)
  for (const states of seen) expect(states).toEqual(expect.arrayContaining(['sending', 'paused', 'done']))
  await expect(page.locator('[data-uploads]').getByRole('status')).toHaveText(
    t('admin.uploads.summary', { total: many, done: many, left: 0 }),
  )
  await expectAccessible(page)

  // All of them are there, beyond what one page of the list shows, and leave it together.
  await expect(page.locator('[data-total]')).toHaveAttribute('data-total', String(many))
  const bulk = page.locator('[data-bulk]')
  await bulk.getByRole('checkbox').check()
  await bulk.getByRole('button', { name: t('admin.bulk.chooseAll', { count: many }) }).click()
  await bulk.getByRole('button', { name: t('admin.bulk.delete'), exact: true }).click()
  await page
    .locator('dialog[open]')
    .getByRole('button', { name: t('admin.bulk.deleteConfirm', { count: many }) })
    .click()
  await expect(finishedJobs(page).filter({ hasText: t('admin.job.deleted', { count: many }) })).toBeVisible(
    untilFinished,
  )
  await expect(page.locator('[data-total]')).toHaveAttribute('data-total', '0')
  await rm(parent, { recursive: true })
})
