import { spawn } from 'node:child_process'
import path from 'node:path'

/** A verb of the command-line tool on a data folder: a process of its own, to be waited for or killed. */
export function startCommand(options: { dataFolder: string; args: readonly string[] }) {
  const { dataFolder, args } = options
  const child = spawn(process.execPath, [path.join(import.meta.dirname, '../../cli/dist/main.js'), ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, SHUTTEN_DATA_DIR: dataFolder },
  })
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  return {
    ended,
    /** At once, as a crash or the kernel would end it. */
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
  }
}
