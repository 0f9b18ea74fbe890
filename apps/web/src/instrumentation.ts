/** Makes the server before the first request: a wrong configuration is told at start, and no reader waits for it. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { startServer } = await import('./server/start-server')
  await startServer()
}
