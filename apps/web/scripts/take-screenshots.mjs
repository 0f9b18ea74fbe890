// Pictures of the main pages over the sample articles, for docs/screenshots. Takes the server at SHUTTEN_E2E_URL,
// else starts one of its own.
//   --all         every page in every language, theme and width
//   --out FOLDER  where to write them
//   NAME …        only pictures whose name holds one of these
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { chromium } from '@playwright/test'
import { findBrowser } from '../../../scripts/lib/find-browser.mjs'
import { prepare } from '../../../scripts/lib/prepare.mjs'
import { root } from '../../../scripts/lib/root.mjs'
import { say } from '../../../scripts/lib/say.mjs'
import { startSampleServer } from '../../../scripts/lib/start-sample-server.mjs'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { all: { type: 'boolean' }, out: { type: 'string', default: path.join(root, 'docs/screenshots') } },
})

const languages = {
  ja: {
    locale: 'ja-JP',
    question: 'BERTとGPT-3のパラメータ数の違いは？',
    unanswerable: '2022年のワールドカップで優勝した国は？',
  },
  en: { locale: 'en-GB', question: 'What is MegaMolBART?', unanswerable: 'Which country won the 2022 World Cup?' },
}
const widths = {
  desktop: { viewport: { width: 1280, height: 860 } },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
}

async function ask(page, question) {
  await page.goto('/')
  await page.locator('#question').fill(question)
  await page.locator('#question').press('Enter')
  await page.locator('.entry .quiet-button').first().waitFor()
}

const openLastSource = async (page) => {
  await page.locator('.citation-marker').last().click()
  await page.locator('.source-text mark').first().waitFor()
  await page.mouse.move(2, 2)
}

/** A folder of everything that a source meets, under the same name on every machine that has the same folder for such things. */
function createArticleFolder() {
  const folder = path.join(tmpdir(), 'shutten-articles')
  mkdirSync(path.join(folder, 'drafts'), { recursive: true })
  const files = {
    'travel.md': '# Travel\n\nTell your team first.\n',
    'leave.html': '<h1>Leave</h1>',
    'drafts/travel.md': '#',
  }
  for (const [name, text] of Object.entries({ ...files, 'logo.png': 'P', 'empty.txt': '' }))
    writeFileSync(path.join(folder, name), text)
  return folder
}

/** Three that are answered rightly, and one that is not. */
const goldenQuestions = [
  { id: 'picture-1', question: 'What is MegaMolBART?', kind: 'definition', answers: [['chemistry']] },
  { id: 'picture-2', question: '基盤モデルとは何ですか？', kind: 'definition', answers: [['モデル']] },
  { id: 'picture-3', question: '2022年のワールドカップで優勝した国は？', kind: 'unanswerable', answers: null },
  { id: 'picture-4', question: 'GPT-3のトークナイザの語彙数はいくつですか？', kind: 'unanswerable', answers: null },
]

async function signIn(page, place) {
  await page.goto(place)
  if (!page.url().includes('/sign-in')) return
  await page.locator('input[type=password]').fill(process.env.SHUTTEN_E2E_ADMIN_PASSWORD ?? '')
  await page.locator('form:has(input[type=password]) button[type=submit]').click()
  await page.waitForURL(`**${place}`)
}

const pages = {
  home: async (page) => {
    await page.goto('/')
    // A new server is still trying what it will suggest.
    while ((await page.locator('.suggestion').count()) < 5) await page.reload({ waitUntil: 'networkidle' })
  },
  chat: async (page, { question }) => {
    await ask(page, question)
    await openLastSource(page)
  },
  refusal: (page, { unanswerable }) => ask(page, unanswerable),
  documents: (page) => page.goto('/documents'),
  document: async (page, { question }) => {
    await ask(page, question)
    await page.goto(await page.locator('.citation-marker').last().getAttribute('href'))
    await page.locator('mark').first().waitFor()
  },
  history: async (page, { question }) => {
    await ask(page, question)
    await page.goto('/history')
  },
  shared: async (page, { question }) => {
    await ask(page, question)
    await page.locator('.conversation-tools button[aria-haspopup]').click()
    await page.locator('.sheet-dialog[open] .button-primary').click()
    await page.goto(await page.locator('.sheet-dialog[open] input').inputValue())
  },
  'sign-in': (page) => page.goto('/sign-in'),
  'admin-overview': (page) => signIn(page, '/admin'),
  'admin-documents': (page) => signIn(page, '/admin/documents'),
  'admin-sources': (page) => signIn(page, '/admin/sources'),
  'admin-source-test': async (page) => {
    const folder = createArticleFolder()
    await signIn(page, '/admin/sources')
    const form = page.locator('form:has([data-source-test])')
    await form.locator('[name=location]').fill(folder)
    await form.locator('summary').first().click()
    await form.locator('[name=exclude]').fill('drafts/')
    await form.locator('[data-source-test] button').first().click()
    await page.locator('[data-preview-counts]').waitFor()
    rmSync(folder, { recursive: true })
    await page
      .locator('[data-source-test]')
      .evaluate((test) => window.scrollBy(0, test.getBoundingClientRect().top - 90))
  },
  'admin-quarantine': (page) => signIn(page, '/admin/quarantine'),
  'admin-generations': (page) => signIn(page, '/admin/generations'),
  'admin-answers': async (page, { question }) => {
    await ask(page, question)
    await signIn(page, '/admin/answers')
  },
  'admin-playground': async (page, { question }) => {
    await signIn(page, '/admin/playground')
    await page.goto(`/admin/playground?${new URLSearchParams({ q: question })}`)
  },
  'admin-inspector': async (page) => {
    await signIn(page, '/admin/documents')
    await page.locator('tr[data-document] a.quiet-button').first().click()
    await page.locator('article[data-passage] a').first().click()
    // Above it stands where the file lies on this machine.
    await page.locator('article[data-chosen]').evaluate((chosen) => {
      window.scrollBy(0, chosen.getBoundingClientRect().top - 80)
    })
  },
  'admin-quality': async (page) => {
    await signIn(page, '/admin/quality/questions')
    const body = JSON.stringify({ name: 'picture', questions: goldenQuestions })
    const file = { name: 'golden.json', mimeType: 'application/json', buffer: Buffer.from(body) }
    await Promise.all([page.waitForResponse(/import$/), page.locator('input[type=file]').setInputFiles(file)])
    await page.goto('/admin/quality')
    await page.locator('button.button-primary:not(dialog *)').click()
    await page.locator('article[data-status="succeeded"] a[href*="/quality/runs/"]').waitFor()
    await page.goto('/admin/quality')
  },
  'admin-gaps': async (page, { unanswerable }) => {
    await ask(page, unanswerable)
    await signIn(page, '/admin/gaps')
    await page.locator('li[data-gap]').first().waitFor()
  },
  'admin-settings': (page) => signIn(page, '/admin/settings'),
  'admin-jobs': (page) => signIn(page, '/admin/jobs'),
  'admin-feedback': (page) => signIn(page, '/admin/feedback'),
  'admin-accounts': (page) => signIn(page, '/admin/accounts'),
  'admin-keys': (page) => signIn(page, '/admin/keys'),
  'admin-audit': (page) => signIn(page, '/admin/audit'),
  'not-found': (page) => page.goto('/no-such-page'),
}

/** Kept in the repository: the reader's pages in both languages and themes, the light on a wide page and the dark on a phone. */
const ofReaders = new Set(['home', 'chat', 'refusal', 'documents', 'document', 'history', 'shared'])
/** Shown by docs/admin.md, which is in English: a page of it is added here by its name. */
const ofGuide = new Set([
  'admin-overview',
  'admin-source-test',
  'admin-documents',
  'admin-inspector',
  'admin-playground',
  'admin-generations',
  'admin-quality',
  'admin-gaps',
  'admin-settings',
])
const isOfGuide = ({ name, language, theme, width }) =>
  ofGuide.has(name) && language === 'en' && theme === 'light' && width === 'desktop'
const isKept = (picture) => isOfGuide(picture) || isOfReaders(picture)
const isOfReaders = ({ name, language, theme, width }) =>
  (theme === 'light') === (width === 'desktop') && (ofReaders.has(name) || language === 'ja')

const pictures = Object.keys(pages).flatMap((name) =>
  Object.keys(widths).flatMap((width) =>
    Object.keys(languages).flatMap((language) =>
      ['light', 'dark'].map((theme) => ({
        name,
        language,
        theme,
        width,
        file: `${name}-${language}-${theme}-${width}.png`,
      })),
    ),
  ),
)
const wanted = pictures.filter(
  (picture) =>
    (values.all || isKept(picture)) &&
    (positionals.length === 0 || positionals.some((part) => picture.file.includes(part))),
)

/** Few colours: a palette shows the same in a third of the bytes. By the optimiser of images that Next brings, where it does. */
async function compress(picture) {
  try {
    const sharp = createRequire(createRequire(import.meta.url).resolve('next/package.json'))('sharp')
    return await sharp(picture).png({ palette: true, quality: 90, effort: 10 }).toBuffer()
  } catch {
    return picture
  }
}

async function take(browser, { name, language, theme, width, file }) {
  const context = await browser.newContext({
    ...widths[width],
    baseURL: process.env.SHUTTEN_E2E_URL,
    locale: languages[language].locale,
    colorScheme: theme,
    reducedMotion: 'reduce',
    timezoneId: 'Asia/Tokyo',
  })
  try {
    const page = await context.newPage()
    await pages[name](page, languages[language])
    await page.evaluate(() => document.fonts.ready)
    const picture = await page.screenshot({ animations: 'disabled' })
    writeFileSync(path.join(values.out, file), await compress(picture))
  } finally {
    await context.close()
  }
}

const browserPath = findBrowser()
let server = null
if (!process.env.SHUTTEN_E2E_URL) {
  prepare()
  server = await startSampleServer()
  if (!server) process.exit(1)
  Object.assign(process.env, server.environment)
}
mkdirSync(values.out, { recursive: true })
const browser = await chromium.launch({
  ...(browserPath ? { executablePath: browserPath } : {}),
  args: ['--no-sandbox', '--disable-gpu', '--hide-scrollbars'],
})
let status = 0
for (const picture of wanted)
  await take(browser, picture).then(
    () => say(picture.file),
    (error) => {
      status = 1
      say(`error[SCREENSHOT_FAILED] ${picture.file}: ${error.message}`)
    },
  )
await browser.close()
await server?.stop()
process.exit(status)
