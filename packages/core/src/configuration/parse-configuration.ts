import { z } from 'zod'
import { ShuttenError } from '../errors/shutten-error.js'

/** An unset and an empty variable are the same. */
const optional = z
  .string()
  .trim()
  .transform((value) => value || undefined)
  .optional()

const count = (least: number) =>
  optional.transform((value) => (value ? Number(value) : undefined)).pipe(z.number().int().min(least).optional())

/** `0.25,2`: of a million input tokens and of a million output tokens. */
const prices = optional.transform((value, context) => {
  if (!value) return undefined
  const [input, output, ...rest] = value.split(',').map((part) => (part.trim() ? Number(part) : Number.NaN))
  if (rest.length === 0 && input !== undefined && output !== undefined && input >= 0 && output >= 0)
    return { input, output }
  context.addIssue('must be two numbers, like 0.25,2: the prices of a million input and of a million output tokens')
  return z.NEVER
})

const schema = z.object({
  SHUTTEN_DATA_DIR: optional,
  SHUTTEN_SECRET: optional.pipe(z.string().min(32, 'must have at least 32 characters').optional()),
  SHUTTEN_ORIGIN: optional.pipe(
    z
      .url({ protocol: /^https?$/ })
      .transform((value) => new URL(value).origin)
      .optional(),
  ),
  SHUTTEN_ADMIN_PASSWORD: optional.pipe(z.string().min(8, 'must have at least 8 characters').optional()),
  HOST: optional.transform((value) => value ?? '127.0.0.1'),
  PORT: optional.transform((value) => Number(value ?? 3000)).pipe(z.number().int().min(1).max(65_535)),
  SHUTTEN_LLM: optional,
  SHUTTEN_LLM_API_KEY: optional,
  SHUTTEN_LLM_BASE_URL: optional.pipe(z.url().optional()),
  SHUTTEN_LLM_CONTEXT_TOKENS: count(512),
  SHUTTEN_LLM_FIRST_TOKEN_MS: count(1),
  SHUTTEN_LLM_TIMEOUT_MS: count(1),
  SHUTTEN_LLM_PRICES: prices,
  SHUTTEN_ANSWER_CACHE: count(0),
  SHUTTEN_ASKS_PER_MINUTE: count(0),
  SHUTTEN_AUDIT_DAYS: count(1),
  SHUTTEN_GUARD: optional.pipe(z.enum(['off', 'standard', 'strict']).optional()),
  SHUTTEN_UNSUPPORTED: optional.pipe(z.enum(['drop', 'mark']).optional()),
  OTEL_EXPORTER_OTLP_ENDPOINT: optional.pipe(z.url().optional()),
  SHUTTEN_EMBEDDER: optional,
  SHUTTEN_EMBEDDER_DIMENSION: count(1),
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

/** A language model. What is absent is taken from what is known of the model. */
export interface LanguageModelConfiguration extends RemoteModelConfiguration {
  /** Tokens of the window that prompt and answer share. */
  contextTokens?: number
  /** Milliseconds until something of the answer must have come. */
  firstTokenMs?: number
  /** Milliseconds for the whole answer. */
  timeoutMs?: number
  /** Of a million tokens each, in any one currency. */
  prices?: { input: number; output: number }
}

/** Answers that are kept to be given again, unless told. */
const answersKept = 200

/** Questions and searches a minute for one session or key: no reader gets there, a program in a loop does. */
const asksPerMinute = 120

/** A year: what an audit asks for. */
const auditDays = 365

export interface Configuration {
  /** As it was given; null when it was not. */
  dataFolder: string | null
  adminPassword: string | null
  /** What stored keys are encrypted by; null: by a file of the data folder. */
  secret: string | null
  /** How browsers reach the server, for passkeys, as `https://host`; null: as each request says. */
  origin: string | null
  host: string
  port: number
  /** `none`: answers are extractive, whatever is set in the administration. Null: as is set there. */
  llm: LanguageModelConfiguration | 'none' | null
  /** How many answers a server keeps to give them again on the same generation; 0 for none. */
  answerCache: number
  /** Questions and searches a minute for one session or key; 0: no limit. */
  asksPerMinute: number
  /** Days that the audit log is kept. */
  auditDays: number
  /** How strictly harmful questions are refused; null: as the policy file of the data folder says, or `standard`. */
  guard: 'off' | 'standard' | 'strict' | null
  /** What becomes of a sentence of the language model that no source holds; null: as is set in the administration. */
  unsupportedSentences: 'drop' | 'mark' | null
  /** Base address of an OpenTelemetry collector (OTLP over HTTP); null: nothing is traced. */
  tracing: { endpoint: string } | null
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
    secret: env.SHUTTEN_SECRET ?? null,
    origin: env.SHUTTEN_ORIGIN ?? null,
    host: env.HOST,
    port: env.PORT,
    llm:
      env.SHUTTEN_LLM === 'none'
        ? 'none'
        : env.SHUTTEN_LLM
          ? {
              name: env.SHUTTEN_LLM,
              apiKey: env.SHUTTEN_LLM_API_KEY,
              baseUrl: env.SHUTTEN_LLM_BASE_URL,
              contextTokens: env.SHUTTEN_LLM_CONTEXT_TOKENS,
              firstTokenMs: env.SHUTTEN_LLM_FIRST_TOKEN_MS,
              timeoutMs: env.SHUTTEN_LLM_TIMEOUT_MS,
              prices: env.SHUTTEN_LLM_PRICES,
            }
          : null,
    answerCache: env.SHUTTEN_ANSWER_CACHE ?? answersKept,
    asksPerMinute: env.SHUTTEN_ASKS_PER_MINUTE ?? asksPerMinute,
    auditDays: env.SHUTTEN_AUDIT_DAYS ?? auditDays,
    guard: env.SHUTTEN_GUARD ?? null,
    unsupportedSentences: env.SHUTTEN_UNSUPPORTED ?? null,
    tracing: env.OTEL_EXPORTER_OTLP_ENDPOINT ? { endpoint: env.OTEL_EXPORTER_OTLP_ENDPOINT } : null,
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
