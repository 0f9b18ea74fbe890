import { toAbortError } from './to-abort-error.js'

/**
 * What `work` comes to, unless the signal fires first: then the error of `toAbortError`, and the work goes on unheeded.
 *
 * A race against one promise that stands for the signal would hold the outcome of every work raced against it until that
 * promise settles; a listener for each is let go with it.
 */
export function untilAborted<T>(options: { work: Promise<T>; signal: AbortSignal | undefined }): Promise<T> {
  const { work, signal } = options
  if (!signal) return work
  return new Promise((resolve, reject) => {
    const leave = () => reject(toAbortError(signal))
    if (signal.aborted) leave()
    signal.addEventListener('abort', leave, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave))
  })
}
