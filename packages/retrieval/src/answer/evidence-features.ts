/** What the evidence model looks at. */
export interface EvidenceFeatures {
  /** Reader's logits: the sentence by itself, under its title and heading, and the whole passage. */
  sentenceAlone: number
  sentenceInContext: number
  passage: number
  /** 1 when a name of the question stands nowhere in the passage, its headings or its title, in the same language. */
  nameMissing: number
  crossLingual: number
  /** Fused score of the passage, 0 to 1. */
  fused: number
  /** 1 when the reader, given the whole passage, pointed into this sentence. */
  holdsSpan: number
  /** 1 in a list of references at the foot of an article. */
  inReferences: number
  /** 1 for a sentence that defines what a definition question asks for. */
  defines: number
}
