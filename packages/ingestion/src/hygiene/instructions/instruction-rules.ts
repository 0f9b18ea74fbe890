import { englishRules } from './english-rules.js'
import type { InstructionRule } from './instruction-rule.js'
import { japaneseRules } from './japanese-rules.js'
import { otherRules } from './other-rules.js'

export const instructionRules: readonly InstructionRule[] = [...japaneseRules, ...englishRules, ...otherRules]
