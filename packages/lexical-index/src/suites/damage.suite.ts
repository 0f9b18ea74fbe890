import { readFile, truncate, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createTemporaryFolder } from '@shutten/testing'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { articles, buildIndex } from './build-index.js'
import type { SuiteOptions } from './suite-options.js'

const damaged = expect.objectContaining({ code: 'INDEX_DAMAGED', suggestion: expect.stringContaining('reindex') })

export function damageSuite({ createFactory }: SuiteOptions): void {
  const open = (file: string, size = articles.length) => createFactory().open({ file, size })
  const build = () => buildIndex({ factory: createFactory(), texts: articles })

  it('refuses what is no index: missing, a folder, empty, text, an index of another size', async () => {
    await expect(open(await build(), 4)).rejects.toEqual(damaged)
    const folder = await createTemporaryFolder()
    const other = path.join(folder, 'other')
    await expect(open(other)).rejects.toEqual(damaged)
    await expect(open(folder)).rejects.toEqual(damaged)
    for (const content of ['', 'x', 'no index at all. '.repeat(1_000)]) {
      await writeFile(other, content)
      await expect(open(other)).rejects.toEqual(damaged)
    }
  })

  it('refuses a file that is cut, or longer than it was', async () => {
    const file = await build()
    const whole = await readFile(file)
    await writeFile(file, Buffer.concat([whole, Buffer.alloc(8)]))
    await expect(open(file)).rejects.toEqual(damaged)
    for (let length = whole.length - 1; length > 0; length -= 101) {
      await truncate(file, length)
      await expect(open(file)).rejects.toEqual(damaged)
    }
  })

  it('refuses a file with any byte changed', async () => {
    const file = await build()
    const whole = await readFile(file)
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: whole.length - 1 }),
        fc.uint8Array({ minLength: 1, maxLength: 64 }),
        async (at, noise) => {
          const bytes = Buffer.from(whole)
          bytes.set(noise.subarray(0, whole.length - at), at)
          fc.pre(!bytes.equals(whole))
          await writeFile(file, bytes)
          await expect(open(file)).rejects.toEqual(damaged)
        },
      ),
      { numRuns: 300 },
    )
  })
}
