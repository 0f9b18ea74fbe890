import { createRequire } from 'node:module'
import path from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import type { PdfItem, PdfMessage, PdfOutlineItem, PdfRequest } from './pdf-page.js'

/**
 * The entry of the thread that reads one PDF file. The library expects drawing classes of a browser when it is loaded;
 * reading text never uses them, and here nobody else sees them.
 */
const request = workerData as PdfRequest
for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) Reflect.set(globalThis, name, class {})

const send = (message: PdfMessage) => parentPort?.postMessage(message)

try {
  await readPdf()
} catch (error) {
  const { name, message } = error as Error
  send({ kind: 'failed', reason: name === 'PasswordException' ? 'password' : 'damaged', message })
}

async function readPdf(): Promise<void> {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const folder = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  const document = await pdfjs.getDocument({
    data: request.bytes,
    // Maps of the predefined Japanese encodings, without which fonts that are not embedded give no text.
    cMapUrl: `${folder}/cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${folder}/standard_fonts/`,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    enableXfa: false,
    stopAtErrors: false,
    verbosity: 0,
  }).promise
  if (document.numPages > request.maxPages) {
    send({ kind: 'failed', reason: 'too-many-pages', message: `it has ${document.numPages} pages` })
    return
  }
  let items = 0
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const viewport = page.getViewport({ scale: 1 })
    const content = await page.getTextContent()
    const found: PdfItem[] = []
    for (const item of content.items) {
      if (!('str' in item) || item.str === '') continue
      const at = pdfjs.Util.transform(viewport.transform, item.transform) as number[]
      const [a, b, c, d, x, y] = at as [number, number, number, number, number, number]
      const isVertical = content.styles[item.fontName]?.vertical === true
      found.push({
        text: item.str,
        x,
        y,
        length: isVertical ? item.height : item.width,
        size: Math.hypot(c, d) || Math.hypot(a, b),
        isVertical,
        angle: (Math.atan2(b, a) * 180) / Math.PI,
      })
    }
    page.cleanup()
    items += found.length
    if (items > request.maxItems || found.length > request.maxItemsOfPage) {
      send({ kind: 'failed', reason: 'too-many-pages', message: 'it has too many pieces of text' })
      return
    }
    send({ kind: 'page', page: { number, width: viewport.width, height: viewport.height, items: found } })
  }
  const info = (await document.getMetadata().catch(() => null))?.info as { Title?: unknown } | undefined
  const outline: PdfOutlineItem[] = []
  const visit = (nodes: readonly { title: string; items: unknown[] }[], level: number) => {
    for (const node of nodes) {
      outline.push({ title: node.title, level })
      visit(node.items as typeof nodes, level + 1)
    }
  }
  visit((await document.getOutline().catch(() => null)) ?? [], 1)
  send({
    kind: 'done',
    title: typeof info?.Title === 'string' ? info.Title : '',
    outline,
    pages: document.numPages,
  })
}
