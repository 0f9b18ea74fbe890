import { createServer } from './composition'
import type { ShuttenServer } from './shutten-server'

const holder = globalThis as typeof globalThis & { shuttenServer?: Promise<ShuttenServer> }

/** The one server of this process, made on first use. A failed start is not kept: the next request tries again. */
export function getServer(): Promise<ShuttenServer> {
  holder.shuttenServer ??= createServer().catch((error: unknown) => {
    holder.shuttenServer = undefined
    throw error
  })
  return holder.shuttenServer
}
