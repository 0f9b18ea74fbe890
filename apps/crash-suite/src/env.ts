import path from 'node:path'

/** The repository's folder. */
export const root = path.resolve(import.meta.dirname, '..', '..', '..')

/** The environment of a process under test: the caller's, without what configures Shutten or a test runner. */
export function getChildEnvironment(added: Record<string, string>): Record<string, string | undefined> {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(?:SHUTTEN_|VITEST|NODE_ENV$|PORT$|HOST$)/.test(name),
  )
  return { ...Object.fromEntries(inherited), ...added }
}
