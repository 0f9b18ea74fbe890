// The web server's process: Next behind Node's own HTTP server, so that it ends in order and with its supervisor.
import { createServer } from 'node:http'
import next from 'next'

const host = process.env.HOST || '127.0.0.1'
const port = Number(process.env.PORT || 3000)
/** Time that open answers get to finish when the server is told to stop, milliseconds. */
const grace = 5_000

const app = next({ dev: false, dir: import.meta.dirname, hostname: host, port })
const server = createServer(app.getRequestHandler())

let stopping = false
const stop = () => {
  if (stopping) return
  stopping = true
  server.close(() => process.exit(0))
  server.closeIdleConnections()
  setTimeout(() => process.exit(0), grace).unref()
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop)
// Started by a supervisor: end with it, even when it was killed.
if (process.connected) process.once('disconnect', stop)

server.once('error', (error) => {
  const inUse = error.code === 'EADDRINUSE'
  process.stderr.write(
    inUse
      ? `error[PORT_IN_USE] Port ${port} on ${host} is in use.\n  → Stop what listens there, or choose another with PORT.\n`
      : `error[PORT_UNUSABLE] ${host}:${port} cannot be listened on (${error.code}).\n  → Set HOST to an address of this machine and PORT to a free port above 1023.\n`,
  )
  process.exit(69)
})
await app.prepare()
server.listen(port, host, async () => {
  if (!process.connected) return
  // Next makes the server behind it with the first request: only then is it known that it can be made.
  const local = { '0.0.0.0': '127.0.0.1', '::': '::1' }[host] ?? host
  await fetch(`http://${local.includes(':') ? `[${local}]` : local}:${port}/api/health`).catch(() => null)
  if (process.connected) process.send('shutten:web-listening')
})
