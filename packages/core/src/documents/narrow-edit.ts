import type { AppliedEdit } from './applied-edit.js'

const sentence = /[^\n。．！？!?]*[\n。．！？!?]+|[^\n。．！？!?]+/g

/**
 * An edit without the sentences that it begins and ends with and that the source says as well: what an editor really wrote. One is left on
 * either side, so that what was only taken away is told at a place, too.
 *
 * @param options.written what was written, from `edit.start` to `edit.end`
 */
export function narrowEdit<Edit extends Pick<AppliedEdit, 'start' | 'end' | 'original'>>(options: {
  edit: Edit
  written: string
}): Edit {
  const { edit, written } = options
  const is: string[] = written.match(sentence) ?? []
  const was: string[] = edit.original.match(sentence) ?? []
  const most = Math.min(is.length, was.length) - 1
  let head = 0
  while (head < most && is[head] === was[head]) head++
  let tail = 0
  while (tail < most - head && is.at(-1 - tail) === was.at(-1 - tail)) tail++
  const length = (sentences: readonly string[]) => sentences.join('').length
  const before = length(is.slice(0, head))
  const after = length(is.slice(is.length - tail))
  return {
    ...edit,
    start: edit.start + before,
    end: edit.end - after,
    original: edit.original.slice(before, edit.original.length - after),
  }
}
