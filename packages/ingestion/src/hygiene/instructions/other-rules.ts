import type { InstructionRule } from './instruction-rule.js'

/** “Ignore the instructions before” in Chinese, Korean, French, German, Spanish, Portuguese, Italian and Russian. */
export const otherRules: readonly InstructionRule[] = [
  {
    rule: 'override',
    strength: 'strong',
    pattern: /(?:忽略|无视|無視|忘记|忽視)(?:之前|以上|前面|先前|上述|此前)[^。\n]{0,10}(?:指令|指示|提示|规则|命令)/gu,
  },
  {
    rule: 'override',
    strength: 'strong',
    pattern: /(?:이전|위|앞|모든)[^.\n]{0,14}(?:지시|명령|프롬프트|지침)[^.\n]{0,8}(?:무시하|잊)/gu,
  },
  {
    rule: 'override',
    strength: 'strong',
    pattern:
      /(?<=^|[.!?:;,\n]\s{0,3})(?:ignore[zr]?|oublie[zr]?|ignoriere[n]?(?: sie)?|vergiss|vergessen sie|missachte|ignora|ignorad|olvida|ignorar|esqueça|ignore|dimentica|игнорируй(?:те)?|забудь(?:те)?)\s[^.\n]{0,40}(?:instructions? pr[ée]c|consignes|anweisungen|vorgaben|instrucciones|istruzioni|instruções|инструкци|указани)/gimu,
  },
]
