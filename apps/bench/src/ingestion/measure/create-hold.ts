import type { ChildProcess } from 'node:child_process'

/** A process that can be held still, so that another one is measured in the same minutes. */
export interface Hold {
  hold(): void
  letGo(): void
  /** Milliseconds for which it was held between two moments, milliseconds since 1970. */
  measure(from: number, to: number): number
}

/** By SIGSTOP and SIGCONT; it is let go when this process ends, unless it is killed. */
export function createHold(options: { kill: ChildProcess['kill'] }): Hold {
  const { kill } = options
  const spans: { from: number; to: number }[] = []
  let since: number | null = null
  const letGo = () => {
    if (since === null) return
    kill('SIGCONT')
    spans.push({ from: since, to: Date.now() })
    since = null
  }
  process.once('exit', letGo)
  // A process that is held does not hear that this one is gone.
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      letGo()
      process.kill(process.pid, signal)
    })
  return {
    hold() {
      if (since !== null) return
      kill('SIGSTOP')
      since = Date.now()
    },
    letGo,
    measure: (from, to) =>
      spans.reduce((sum, span) => sum + Math.max(0, Math.min(to, span.to) - Math.max(from, span.from)), 0),
  }
}
