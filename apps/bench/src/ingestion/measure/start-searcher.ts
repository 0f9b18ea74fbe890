import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

export type SearchCommand = 'take' | 'end'

const child = fileURLToPath(new URL('./search-child.js', import.meta.url))

export interface RunningSearcher {
  /** Milliseconds of the searches since it was last asked, and what failed. */
  take(): Promise<{ durations: number[]; failures: string[] }>
  stop(): Promise<void>
}

/** Searches a data folder again and again in another process, the way the web server does; resolves when it is warm. */
export async function startSearcher(options: { folder: string; questions: string[] }): Promise<RunningSearcher> {
  const searcher = fork(child, { stdio: ['ignore', 2, 2, 'ipc'] })
  const ended = once(searcher, 'exit')
  searcher.send(options)
  const next = async () => {
    const [message] = (await Promise.race([once(searcher, 'message'), ended.then(() => [null])])) as unknown[]
    if (message === null) throw new Error('The process that searches ended.')
    return message
  }
  await next()
  const send = (command: SearchCommand) => searcher.send(command)
  return {
    async take() {
      send('take')
      return (await next()) as { durations: number[]; failures: string[] }
    },
    async stop() {
      send('end')
      await ended
    },
  }
}
