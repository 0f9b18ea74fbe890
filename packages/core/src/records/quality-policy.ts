import { z } from 'zod'
import { gatedFigures } from './quality.js'

/** Key of the settings that it is kept under. */
export const qualityPolicyKey = 'quality'

const share = z.number().min(0).max(1)
const shares = z.object(Object.fromEntries(gatedFigures.map((figure) => [figure, share.nullable().default(null)])))

const unset = Object.fromEntries(gatedFigures.map((figure) => [figure, null]))

/** When golden questions are measured by themselves, and what a generation must come to before it may serve. */
export const qualityPolicySchema = z.object({
  /** Measured once it serves. */
  measuresSwitched: z.boolean().default(false),
  /** Measured before it may serve. */
  isGateOn: z.boolean().default(false),
  /** The least of each figure; null: any. */
  least: shares.default(unset),
  /** How far each may fall below the run before, as a share of 1 that is taken off; null: as far as it likes. */
  mostFall: shares.default(unset),
})

export type QualityPolicy = {
  measuresSwitched: boolean
  isGateOn: boolean
  least: Record<(typeof gatedFigures)[number], number | null>
  mostFall: Record<(typeof gatedFigures)[number], number | null>
}

/** Reads what the settings keep; what is not there, or is no policy any more, is the policy that measures nothing by itself. */
export function readQualityPolicy(value: string | null): QualityPolicy {
  const parsed = qualityPolicySchema.safeParse(parse(value))
  return (parsed.success ? parsed.data : qualityPolicySchema.parse({})) as QualityPolicy
}

function parse(value: string | null): unknown {
  try {
    return value === null ? {} : JSON.parse(value)
  } catch {
    return {}
  }
}
