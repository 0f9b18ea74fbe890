import { isShuttenError, ShuttenError } from '@shutten/core'
import { InferenceSession, Tensor } from 'onnxruntime-node'
import type { ModelFile } from './model-file.js'
import { verifyModelFile } from './verify-model-file.js'

/** Output name to values, row by row. */
export type Outputs = Record<string, Float32Array>

export interface Session {
  /** Runs one batch; shorter rows are filled up with padding and masked. Errors: MODEL_FAILED. */
  run(rows: readonly (readonly number[])[]): Promise<Outputs & { length: number }>
  close(): Promise<void>
}

/**
 * Opens a graph that takes `input_ids` and `attention_mask`, after its checksum was found right.
 * Errors: MODEL_FILE_DAMAGED, MODEL_FAILED.
 */
export async function createSession(options: {
  file: ModelFile
  outputs: readonly string[]
  padding: number
  intraOpThreads: number
  /** Asked before each batch: true ends the run with CANCELLED. */
  isStopped: () => boolean
}): Promise<Session> {
  const { file, outputs, padding } = options
  await verifyModelFile(file)
  const session = await guard(() =>
    InferenceSession.create(file.path, {
      intraOpNumThreads: options.intraOpThreads,
      interOpNumThreads: 1,
      executionMode: 'sequential',
      graphOptimizationLevel: 'all',
      // Lengths vary from call to call: an arena would keep the largest of each for ever.
      enableCpuMemArena: false,
      enableMemPattern: false,
      // Threads that spin while they wait take the processor from the server beside them.
      extra: { session: { intra_op: { allow_spinning: '0' } } },
      logSeverityLevel: 3,
    }),
  )
  return {
    run: (rows) =>
      guard(async () => {
        if (options.isStopped())
          throw new ShuttenError({
            code: 'CANCELLED',
            message: 'The models were closed.',
            suggestion: 'Open them again before asking.',
          })
        const length = Math.max(...rows.map((row) => row.length))
        const ids = new BigInt64Array(rows.length * length).fill(BigInt(padding))
        const mask = new BigInt64Array(rows.length * length)
        rows.forEach((row, i) => {
          row.forEach((id, j) => {
            ids[i * length + j] = BigInt(id)
            mask[i * length + j] = 1n
          })
        })
        const shape = [rows.length, length]
        const results = await session.run(
          { input_ids: new Tensor('int64', ids, shape), attention_mask: new Tensor('int64', mask, shape) },
          [...outputs],
        )
        const values = Object.fromEntries(outputs.map((name) => [name, results[name]?.data as Float32Array]))
        return Object.assign(values as Outputs, { length }) as Outputs & { length: number }
      }),
    close: () => session.release(),
  }
}

async function guard<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    if (isShuttenError(cause)) throw cause
    throw new ShuttenError({
      code: 'MODEL_FAILED',
      message: `The model could not be run: ${cause instanceof Error ? cause.message : String(cause)}`,
      suggestion: 'Free some memory and try again; `pnpm shutten doctor` checks the installation.',
      cause,
    })
  }
}
