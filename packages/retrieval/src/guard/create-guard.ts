import type { DraftSentence } from '../answer/build-citations.js'
import { type CheckedDraft, checkDraft } from './check-draft.js'
import { type GuardCategory, type GuardMode, type GuardPolicy, parseGuardPolicy } from './guard-policy.js'
import type { GuardPolicySource } from './guard-policy-source.js'
import { revealText } from './reveal-text.js'
import { guardRules } from './rules/guard-rules.js'

export interface GuardFinding {
  category: GuardCategory
  /** Of this category: `standard` or `strict`. */
  mode: GuardMode
}

/** Keeps harmful requests from being answered, and from answers what they must not tell. */
export interface Guard {
  /**
   * What a question must be refused for; null where it may be answered. An earlier question that a follow-up leans on
   * is given with it. Errors: CONFIGURATION_INVALID, for a policy that cannot be read.
   */
  checkQuestion(question: string): Promise<GuardFinding | null>
  /** The sentence as it may be told, whatever the policy. */
  checkDraft(options: { draft: DraftSentence; instructions: string | null }): CheckedDraft
}

/** @param options.secrets keys and passwords of the configuration: never told. */
export function createGuard(
  options: { policy?: GuardPolicySource | GuardPolicy; secrets?: readonly (string | null | undefined)[] } = {},
): Guard {
  const { policy = parseGuardPolicy({ input: {} }) } = options
  const secrets = (options.secrets ?? []).filter((secret): secret is string => Boolean(secret))
  return {
    async checkQuestion(question) {
      return findHarm({ question, policy: 'get' in policy ? await policy.get() : policy })
    },
    checkDraft: ({ draft, instructions }) => checkDraft({ draft, instructions, secrets }),
  }
}

function findHarm({ question, policy }: { question: string; policy: GuardPolicy }): GuardFinding | null {
  const modeOf = (category: GuardCategory) => policy.categories[category] ?? policy.mode
  const text = revealText(question)
  const holds = (words: readonly string[]) => words.some((word) => text.includes(revealText(word)))
  if (holds(policy.allow)) return null
  const house = modeOf('house-rule')
  if (house !== 'off' && holds(policy.refuse)) return { category: 'house-rule', mode: house }
  for (const rule of guardRules) {
    const mode = modeOf(rule.category)
    if (mode !== 'off' && rule.matches(text, { isStrict: mode === 'strict' })) return { category: rule.category, mode }
  }
  return null
}
