import { createServer } from 'node:net'
import { ShuttenError } from '@shutten/core'

/** Why nothing can listen there; null when something can. */
export async function findPortProblem({ host, port }: { host: string; port: number }): Promise<ShuttenError | null> {
  const error = await new Promise<NodeJS.ErrnoException | null>((resolve) => {
    const server = createServer()
    server.once('error', resolve)
    server.listen({ host, port }, () => server.close(() => resolve(null)))
  })
  if (!error) return null
  return error.code === 'EADDRINUSE'
    ? new ShuttenError({
        code: 'PORT_IN_USE',
        message: `Port ${port} on ${host} is in use.`,
        suggestion: 'Stop what listens there, or choose another with PORT.',
        cause: error,
      })
    : new ShuttenError({
        code: 'CONFIGURATION_INVALID',
        message: `${host}:${port} cannot be listened on (${error.code}).`,
        suggestion: 'Set HOST to an address of this machine and PORT to a free port above 1023.',
        cause: error,
      })
}
