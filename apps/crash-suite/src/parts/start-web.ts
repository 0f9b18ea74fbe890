import type { Strike } from '../points/strike.js'
import { startProcess, type Watched } from '../processes/start-process.js'
import { queries } from '../scenario/steps.js'

/** Starts the web server, and has it load what the first question needs. */
export async function startWeb(options: {
  dataFolder: string
  sourcesFolder: string
  port: number
  strike?: Strike
}): Promise<Watched> {
  const { dataFolder, sourcesFolder, port, strike = null } = options
  const web = startProcess({
    role: 'web',
    dataFolder,
    sourcesFolder,
    strike,
    environment: {
      PORT: String(port),
      HOST: '127.0.0.1',
      SHUTTEN_ADMIN_PASSWORD: 'for-crashes-only',
      SHUTTEN_ASKS_PER_MINUTE: '0',
    },
  })
  await web.ready
  if (web.hasEnded) {
    const { struck, status, stderr } = await web.ended
    if (!struck) throw new Error(`The web server did not start (${status}): ${stderr}`)
  }
  // Without an index there is nothing to find, and that is an answer, too.
  await fetch(`http://127.0.0.1:${port}/api/v1/search`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: queries[0] }),
  })
  return web
}
