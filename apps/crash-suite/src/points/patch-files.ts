import fs, { promises } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import path from 'node:path'
import type { Operation } from './operation.js'

export type Meet = (operation: Operation, canTear: boolean) => (() => never) | null

// biome-ignore lint/suspicious/noExplicitAny: functions of Node are wrapped whatever they take
type AnyFunction = (...args: any[]) => any

const pathCalls = [
  'open',
  'readFile',
  'writeFile',
  'appendFile',
  'mkdir',
  'rename',
  'rm',
  'unlink',
  'rmdir',
  'readdir',
  'opendir',
  'realpath',
  'lstat',
  'copyFile',
  'truncate',
] as const
const handleCalls = [
  'read',
  'readFile',
  'write',
  'writev',
  'writeFile',
  'appendFile',
  'sync',
  'datasync',
  'truncate',
] as const
const tearable = /^(?:write|writeFile|appendFile)$/

/** Half of what a write was given, to be written before the end. */
function halve(data: unknown): Uint8Array {
  const bytes = typeof data === 'string' ? Buffer.from(data) : (data as Uint8Array)
  return bytes.subarray(0, Math.floor(bytes.length / 2))
}

/** Has every call that touches a file announced before it is made. */
export async function patchFiles({ meet }: { meet: Meet }): Promise<void> {
  const paths = new WeakMap<object, string>()
  const calls = promises as unknown as Record<string, AnyFunction>

  for (const name of pathCalls) {
    const original = calls[name] as AnyFunction
    calls[name] = async function (this: unknown, ...args) {
      const file =
        typeof args[0] === 'string' ? path.resolve(args[0]) : String((args[0] as { pathname?: string })?.pathname)
      const end = meet({ kind: 'file', name, path: file }, tearable.test(name))
      if (end) {
        await original.call(this, args[0], halve(args[1]), args[2])
        end()
      }
      const result = await original.apply(this, args)
      if (name === 'open') paths.set(result as object, file)
      return result
    }
  }

  const stream = fs.createReadStream
  fs.createReadStream = ((...args: Parameters<typeof stream>) => {
    meet({ kind: 'file', name: 'createReadStream', path: path.resolve(String(args[0])) }, false)
    return stream(...args)
  }) as typeof stream

  const handle = await promises.open(process.execPath, 'r')
  const prototype = Object.getPrototypeOf(handle) as FileHandle
  await handle.close()
  const methods = prototype as unknown as Record<string, AnyFunction>
  for (const name of handleCalls) {
    const original = methods[name] as AnyFunction
    methods[name] = async function (this: object, ...args) {
      const end = meet({ kind: 'file', name, path: paths.get(this) ?? '' }, tearable.test(name))
      if (end) {
        await original.call(this, halve(args[0]), ...(name === 'write' ? [0, undefined, args[3]] : []))
        end()
      }
      return original.apply(this, args)
    }
  }
  // Imports of names see what is patched, too.
  syncBuiltinESMExports()
}
