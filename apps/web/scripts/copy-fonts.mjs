import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * Lays the display face under `public/fonts`, so that its style sheet can be loaded late, outside the page's own CSS:
 * its 120 subsets are declared in 30 kB (gzipped) that no first paint should wait for.
 * The address carries the version; `src/components/shell/display-font.tsx` reads it from the same package.
 */
const weight = 600
const packageFile = createRequire(import.meta.url).resolve('@fontsource/shippori-mincho/package.json')
const { version } = JSON.parse(await readFile(packageFile, 'utf8'))
const fonts = join(dirname(fileURLToPath(import.meta.url)), '../public/fonts')
const target = join(fonts, `shippori-mincho-${version}`)

const css = await readFile(join(dirname(packageFile), `${weight}.css`), 'utf8')
const slim = css
  .replace(/\/\*[^*]*\*\/\s*/g, '')
  .replace(/, url\([^)]*\.woff\) format\('woff'\)/g, '')
  .replace(/url\(\.\/files\//g, 'url(')
  .replace(/\s*\n\s*/g, '')

await rm(fonts, { recursive: true, force: true })
await mkdir(target, { recursive: true })
const files = [...slim.matchAll(/url\(([^)]+\.woff2)\)/g)].map((match) => match[1])
await Promise.all(files.map((file) => copyFile(join(dirname(packageFile), 'files', file), join(target, file))))
await writeFile(join(target, 'index.css'), slim)
