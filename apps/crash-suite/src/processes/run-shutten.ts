import { execFile } from 'node:child_process'
import path from 'node:path'
import { getChildEnvironment, root } from '../env.js'

const main = path.join(root, 'apps', 'cli', 'dist', 'main.js')

/** Runs the built command-line tool with `--json`. Gives what it printed, whatever its exit status. */
export function runShutten<T>(options: { dataFolder: string; args: readonly string[] }): Promise<T> {
  const { dataFolder, args } = options
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [main, ...args, '--json'],
      { env: getChildEnvironment({ SHUTTEN_DATA_DIR: dataFolder }), maxBuffer: 64 * 2 ** 20 },
      (error, stdout, stderr) => {
        try {
          resolve(JSON.parse(stdout) as T)
        } catch {
          reject(error ?? new Error(`shutten ${args.join(' ')} printed no JSON: ${stderr}`))
        }
      },
    )
  })
}
