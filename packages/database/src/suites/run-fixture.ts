import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

/** Starts a script of `src/fixtures` as a process of its own. `ended` gives its output, whatever ended it. */
export function runFixture(options: { name: string; args: readonly string[] }): {
  child: ChildProcess
  ended: Promise<{ code: number | null; signal: string | null; stdout: string; stderr: string }>
} {
  const script = fileURLToPath(new URL(`../fixtures/${options.name}.mjs`, import.meta.url))
  const child = spawn(process.execPath, [script, ...options.args], { stdio: 'pipe' })
  onTestFinished(() => void child.kill('SIGKILL'))
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (data) => {
    stdout += data
  })
  child.stderr.on('data', (data) => {
    stderr += data
  })
  const ended = new Promise<{ code: number | null; signal: string | null; stdout: string; stderr: string }>(
    (resolve) => {
      child.on('close', (code, signal) => resolve({ code, signal, stdout, stderr }))
    },
  )
  return { child, ended }
}
