import { ServerResponse } from 'node:http'
import { createRequire } from 'node:module'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { normalizeSql } from './operation.js'
import type { Meet } from './patch-files.js'

// biome-ignore lint/suspicious/noExplicitAny: methods of libraries are wrapped whatever they take
type AnyFunction = (...args: any[]) => any
type Methods = Record<string, AnyFunction>
// biome-ignore lint/suspicious/noExplicitAny: its constructor is passed on as it is
type NativeIndex = new (...args: any[]) => { writeIndex(file: string): Promise<boolean> }

const packages = path.resolve(import.meta.dirname, '..', '..', '..', '..', 'packages')
const requireFrom = (name: string) => createRequire(path.join(packages, name, 'package.json'))

function wrap(methods: Methods, name: string, announce: (self: object, args: unknown[]) => void): void {
  const original = methods[name] as AnyFunction
  methods[name] = function (this: object, ...args: unknown[]) {
    announce(this, args)
    return original.apply(this, args)
  }
}

/** Has statements of SQLite, saves of the vector index, tasks for the models and what is sent to clients announced. */
export function patchLibraries({ meet }: { meet: Meet }): void {
  const Sqlite = requireFrom('database')('libsql') as { new (file: string): object; prototype: Methods }
  const texts = new WeakMap<object, string>()
  const prepare = Sqlite.prototype.prepare as AnyFunction
  Sqlite.prototype.prepare = function (this: object, sql: string) {
    const statement = prepare.call(this, sql) as object
    texts.set(statement, normalizeSql(sql))
    return statement
  }
  const probe = new Sqlite(':memory:') as unknown as { prepare(sql: string): object; close(): void }
  const statements = Object.getPrototypeOf(probe.prepare('SELECT 1')) as Methods
  probe.close()
  wrap(Sqlite.prototype, 'exec', (_, [sql]) => {
    for (const statement of normalizeSql(String(sql)).split(';'))
      if (statement.trim()) meet({ kind: 'sql', sql: statement.trim() }, false)
  })
  for (const name of ['run', 'all'])
    wrap(statements, name, (self) => meet({ kind: 'sql', sql: texts.get(self) ?? '' }, false))

  const hnswlib = requireFrom('vector-index')('hnswlib-node') as { HierarchicalNSW: NativeIndex }
  // Methods of native classes cannot be replaced.
  hnswlib.HierarchicalNSW = class extends hnswlib.HierarchicalNSW {
    override writeIndex(file: string): Promise<boolean> {
      const end = meet({ kind: 'save-vectors', path: file }, true)
      const saved = super.writeIndex(file)
      // While native code writes.
      if (end) setImmediate(end)
      return saved
    }
  }

  wrap(Worker.prototype as unknown as Methods, 'postMessage', () => meet({ kind: 'model' }, false))
  for (const name of ['write', 'end'])
    wrap(ServerResponse.prototype as unknown as Methods, name, (self) => {
      const { method = '', url = '' } = (self as ServerResponse).req ?? {}
      meet({ kind: 'respond', name, method, url }, false)
    })
}
