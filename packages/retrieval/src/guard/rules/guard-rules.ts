import type { GuardRule } from './guard-rule.js'
import { hateRule } from './hate-rule.js'
import { illegalDrugsRule } from './illegal-drugs-rule.js'
import { malwareRule } from './malware-rule.js'
import { personalDataRule } from './personal-data-rule.js'
import { promptExtractionRule } from './prompt-extraction-rule.js'
import { selfHarmRule } from './self-harm-rule.js'
import { sexualMinorsRule } from './sexual-minors-rule.js'
import { weaponsRule } from './weapons-rule.js'

/** In the order that they are asked: who is in need is heard first. */
export const guardRules: readonly GuardRule[] = [
  selfHarmRule,
  sexualMinorsRule,
  weaponsRule,
  illegalDrugsRule,
  malwareRule,
  hateRule,
  personalDataRule,
  promptExtractionRule,
]
