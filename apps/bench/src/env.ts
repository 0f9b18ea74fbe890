/** The environment of a worker that is measured: the caller's, without what configures Shutten. */
export function getWorkerEnvironment({ dataFolder }: { dataFolder: string }): Record<string, string | undefined> {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('SHUTTEN_'))
  return { ...Object.fromEntries(inherited), NODE_ENV: 'production', SHUTTEN_DATA_DIR: dataFolder }
}
