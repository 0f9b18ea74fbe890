import { z } from 'zod'
import { ShuttenError } from '../errors/shutten-error.js'

/** What is looked for in a document before it is indexed. */
export const hygieneKinds = [
  'email',
  'phone',
  'postal-address',
  'bank-account',
  'my-number',
  'credit-card',
  'secret',
  'instruction',
] as const
export type HygieneKind = (typeof hygieneKinds)[number]

/** `mask` puts a placeholder in its place; `quarantine` keeps the document out until an administrator releases it. */
export const hygieneActions = ['allow', 'mask', 'quarantine'] as const
export type HygieneAction = (typeof hygieneActions)[number]

export interface HygienePolicy {
  actions: Record<HygieneKind, HygieneAction>
  /** What holds one of these is left as it is; compared without width and case. */
  keep: string[]
}

/**
 * Addresses and account numbers that a company writes down are there to be asked for. A My Number or a card number never
 * is (番号法 20条, PCI DSS 3.5), nor is a key. What speaks to the reader's model needs a person's look.
 */
export const defaultHygieneActions: Readonly<Record<HygieneKind, HygieneAction>> = {
  email: 'allow',
  phone: 'allow',
  'postal-address': 'allow',
  'bank-account': 'allow',
  'my-number': 'mask',
  'credit-card': 'mask',
  secret: 'mask',
  instruction: 'quarantine',
}

const schema = z.strictObject({
  actions: z.partialRecord(z.enum(hygieneKinds), z.enum(hygieneActions)).default({}),
  keep: z.array(z.string().trim().min(2).max(200)).max(1_000).default([]),
})

/**
 * A policy as an administrator writes it, every key optional:
 * `{ "actions": { "email": "mask", "instruction": "allow" }, "keep": ["info@example.co.jp"] }`.
 * Errors: CONFIGURATION_INVALID.
 */
export function parseHygienePolicy(input: unknown): HygienePolicy {
  const parsed = schema.safeParse(input)
  if (parsed.success) return { actions: { ...defaultHygieneActions, ...parsed.data.actions }, keep: parsed.data.keep }
  const issue = parsed.error.issues[0]
  throw new ShuttenError({
    code: 'CONFIGURATION_INVALID',
    message: `This is no hygiene policy: ${issue?.path.join('.') || 'policy'}: ${issue?.message}.`,
    suggestion: `Correct it; kinds are ${hygieneKinds.join(', ')}, actions ${hygieneActions.join(', ')}.`,
  })
}
