import { ShuttenError } from '@shutten/core'
import { z } from 'zod'

export const guardModes = ['off', 'standard', 'strict'] as const
export type GuardMode = (typeof guardModes)[number]

/** What a question may be refused for. `house-rule`: words that the policy itself names. */
export const guardCategories = [
  'weapons',
  'self-harm',
  'malware',
  'illegal-drugs',
  'sexual-minors',
  'hate',
  'personal-data',
  'prompt-extraction',
  'house-rule',
] as const
export type GuardCategory = (typeof guardCategories)[number]

export interface GuardPolicy {
  /** Of every category that names no mode of its own. `off` asks nothing of questions. */
  mode: GuardMode
  categories: Partial<Record<GuardCategory, GuardMode>>
  /** A question that holds one of these is refused as `house-rule`. */
  refuse: string[]
  /** A question that holds one of these is let through, whatever else it holds. */
  allow: string[]
}

const mode = z.enum(guardModes)
const words = z.array(z.string().trim().min(2).max(200)).max(1_000).default([])
const schema = z.strictObject({
  mode: mode.optional(),
  categories: z.partialRecord(z.enum(guardCategories), mode).default({}),
  refuse: words,
  allow: words,
})

/**
 * A policy as an administrator writes it, every key optional:
 * `{ "mode": "standard", "categories": { "hate": "off" }, "refuse": ["社外秘"], "allow": ["銃刀法"] }`.
 * Errors: CONFIGURATION_INVALID.
 *
 * @param options.mode that of the environment: it goes before the policy's own.
 */
export function parseGuardPolicy(options: { input: unknown; mode?: GuardMode | null }): GuardPolicy {
  const parsed = schema.safeParse(options.input)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw new ShuttenError({
      code: 'CONFIGURATION_INVALID',
      message: `This is no policy: ${issue?.path.join('.') || 'policy'}: ${issue?.message}.`,
      suggestion: `Correct it; modes are ${guardModes.join(', ')}, categories ${guardCategories.join(', ')}.`,
    })
  }
  const { mode: own, ...rest } = parsed.data
  return { ...rest, mode: options.mode ?? own ?? 'standard' }
}
