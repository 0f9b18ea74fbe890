/** `milliseconds` is null for a call that failed: how long it took to fail is no latency. */
export async function attempt<T>(
  call: () => Promise<T>,
): Promise<
  { value: T; milliseconds: number; failure?: undefined } | { value: null; milliseconds: null; failure: unknown }
> {
  const started = performance.now()
  try {
    const value = await call()
    return { value, milliseconds: performance.now() - started }
  } catch (error) {
    return { value: null, milliseconds: null, failure: error ?? new Error('Something was thrown that is no error.') }
  }
}
