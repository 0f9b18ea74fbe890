import { toDatabaseError } from './to-database-error.js'

/** The same object, whose methods throw coded errors only. */
export function withCodedErrors<T extends object>(options: { repository: T; file: string }): T {
  const entries = Object.entries(options.repository).map(
    ([name, method]: [string, (...args: unknown[]) => unknown]) => [
      name,
      async (...args: unknown[]) => {
        try {
          return await method(...args)
        } catch (error) {
          throw toDatabaseError({ error, file: options.file })
        }
      },
    ],
  )
  return Object.fromEntries(entries) as T
}
