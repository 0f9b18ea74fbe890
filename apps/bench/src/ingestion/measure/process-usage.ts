import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** proc(5) counts processor time in hundredths of a second wherever Linux runs today. */
const ticksPerSecond = 100

export interface ProcessUsage {
  /** Bytes that are resident now. */
  resident: number
  /** Since its start, all its threads together; null where the system does not tell. */
  processorSeconds: number | null
}

/** Of a running process. Null when it is gone. */
export function readProcessUsage(pid: number): ProcessUsage | null {
  if (process.platform !== 'linux') {
    const { stdout } = spawnSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })
    const kilobytes = Number(stdout.trim())
    return kilobytes > 0 ? { resident: kilobytes * 1024, processorSeconds: null } : null
  }
  try {
    // The name of the program stands in parentheses and may hold anything.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
    const kilobytes = Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])
    return {
      resident: kilobytes * 1024,
      processorSeconds: (Number(fields[11]) + Number(fields[12])) / ticksPerSecond,
    }
  } catch {
    return null
  }
}
