import { z } from 'zod'
import { ShuttenError } from '../errors/shutten-error.js'

/** An unset and an empty variable are the same. */
const optional = z
  .string()
  .trim()
  .transform((value) => value || undefined)
  .optional()

const schema = z.object({
  SHUTTEN_DATA_DIR: optional,
  SHUTTEN_ADMIN_PASSWORD: optional.pipe(z.string().min(8, 'must have at least 8 characters').optional()),
  HOST: optional.transform((value) => value ?? '127.0.0.1'),
  PORT: optional.transform((value) => Number(value ?? 3000)).pipe(z.number().int().min(1).max(65_535)),
  SHUTTEN_LLM: optional,
  SHUTTEN_LLM_API_KEY: optional,
  SHUTTEN_LLM_BASE_URL: optional.pipe(z.url().optional()),
  SHUTTEN_EMBEDDER: optional,
  SHUTTEN_EMBEDDER_DIMENSION: optional
    .transform((value) => (value ? Number(value) : undefined))
    .pipe(z.number().int().positive().optional()),
  SHUTTEN_EMBEDDER_API_KEY: optional,
  SHUTTEN_EMBEDDER_BASE_URL: optional.pipe(z.url().optional()),
  SHUTTEN_RERANKER: optional,
  SHUTTEN_RERANKER_API_KEY: optional,
  SHUTTEN_RERANKER_BASE_URL: optional.pipe(z.url().optional()),
})

/** A model behind a network, by `provider:model`. */
export interface RemoteModelConfiguration {
  name: string
  apiKey?: string
  baseUrl?: string
}

export interface Configuration {
  /** As it was given; null when it was not. */
  dataFolder: string | null
  adminPassword: string | null
  host: string
  port: number
  /** Null: answers are extractive. */
  llm: RemoteModelConfiguration | null
  /** Null: the bundled embedder. */
  embedder: (RemoteModelConfiguration & { dimension?: number }) | null
  /** Null: the bundled reader. `none`: results stay as they were fused. */
  reranker: RemoteModelConfiguration | 'none' | null
}

/**
 * The environment variables of every app, checked.
 * Errors: CONFIGURATION_INVALID, naming the variable.
 */
export function parseConfiguration(environment: Readonly<Record<string, string | undefined>>): Configuration {
  const parsed = schema.safeParse(environment)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw new ShuttenError({
      code: 'CONFIGURATION_INVALID',
      message: `${issue?.path.join('.')}: ${issue?.message}.`,
      suggestion: 'Correct or unset this environment variable; the README lists what each takes.',
    })
  }
  const env = parsed.data
  return {
    dataFolder: env.SHUTTEN_DATA_DIR ?? null,
    adminPassword: env.SHUTTEN_ADMIN_PASSWORD ?? null,
    host: env.HOST,
    port: env.PORT,
    llm: env.SHUTTEN_LLM
      ? { name: env.SHUTTEN_LLM, apiKey: env.SHUTTEN_LLM_API_KEY, baseUrl: env.SHUTTEN_LLM_BASE_URL }
      : null,
    embedder: env.SHUTTEN_EMBEDDER
      ? {
          name: env.SHUTTEN_EMBEDDER,
          dimension: env.SHUTTEN_EMBEDDER_DIMENSION,
          apiKey: env.SHUTTEN_EMBEDDER_API_KEY,
          baseUrl: env.SHUTTEN_EMBEDDER_BASE_URL,
        }
      : null,
    reranker:
      env.SHUTTEN_RERANKER === 'none'
        ? 'none'
        : env.SHUTTEN_RERANKER
          ? { name: env.SHUTTEN_RERANKER, apiKey: env.SHUTTEN_RERANKER_API_KEY, baseUrl: env.SHUTTEN_RERANKER_BASE_URL }
          : null,
  }
}
