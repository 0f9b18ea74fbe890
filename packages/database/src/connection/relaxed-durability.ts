import { AsyncLocalStorage } from 'node:async_hooks'

const storage = new AsyncLocalStorage<true>()

/**
 * What is written inside `step` is committed without waiting for the disk. A power cut may take back the newest of them,
 * never tear one or let it survive what came before; the next ordinary commit makes them all durable, for it flushes
 * the same log. Only for work that can be done again: staging and caches.
 */
export function withRelaxedDurability<T>(step: () => Promise<T>): Promise<T> {
  return storage.run(true, step)
}

export function isDurabilityRelaxed(): boolean {
  return storage.getStore() === true
}
