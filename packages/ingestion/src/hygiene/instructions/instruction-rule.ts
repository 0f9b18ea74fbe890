/** One way in which a text speaks to the model that reads it. */
export interface InstructionRule {
  rule:
    | 'override'
    | 'addressed-to-model'
    | 'persona'
    | 'role-marker'
    | 'prompt-leak'
    | 'exfiltration'
    | 'dictated-answer'
    | 'secrecy'
  /** A strong sign is enough; of weak ones it takes two of different patterns near each other. */
  strength: 'strong' | 'weak'
  pattern: RegExp
  /** Japanese: the sentence, or the one after, has to end in a command. */
  isCommand?: true
  /** What in the match or right after it says that something else is meant. */
  unless?: RegExp
}
