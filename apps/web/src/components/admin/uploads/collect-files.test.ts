import { expect, it } from 'vitest'
import { collectDroppedFiles } from './collect-files'
import { findUploadProblem } from './find-upload-problem'

type Answer<T> = (found: T) => void

const file = (name: string, isReadable = true) =>
  ({
    ...{ name, isFile: true },
    file: (found: Answer<File>, failed: Answer<Error>) =>
      isReadable ? found(new File(['x'], name)) : failed(new Error(name)),
  }) as unknown as FileSystemEntry

/** A folder as browsers give it: in parts, an empty one at the end. */
const folder = (name: string, parts: (FileSystemEntry[] | Error)[]) =>
  ({
    ...{ name, isFile: false },
    createReader: () => {
      const left = [...parts, []]
      return {
        readEntries: (found: Answer<FileSystemEntry[]>, failed: Answer<Error>) => {
          const part = left.shift() ?? []
          return part instanceof Error ? failed(part) : found(part)
        },
      }
    },
  }) as unknown as FileSystemEntry

const drop = (...entries: FileSystemEntry[]) =>
  collectDroppedFiles(
    entries.map((entry) => ({ kind: 'file', webkitGetAsEntry: () => entry }) as unknown as DataTransferItem),
  )

it('finds the files of folders within folders, but what a system leaves there', async () => {
  const found = await drop(
    folder('a', [[file('1.md'), file('.DS_Store')], [folder('b', [[file('2.md')]])]]),
    file('3.md'),
  )
  expect(found.map(({ path }) => path)).toEqual(['a/1.md', 'a/b/2.md', '3.md'])
})

it('tells what could not be read, and takes the rest', async () => {
  const found = await drop(folder('a', [[file('1.md', false), folder('locked', [new Error('no')]), file('2.md')]]))
  expect(found.map((chosen) => [chosen.path, findUploadProblem(chosen)])).toEqual([
    ['a/1.md', 'SOURCE_UNREADABLE'],
    ['a/locked', 'SOURCE_UNREADABLE'],
    ['a/2.md', null],
  ])
})
