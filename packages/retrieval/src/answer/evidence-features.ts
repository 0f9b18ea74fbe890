/** What the evidence model looks at. 1 for yes, 0 for no, where nothing else is said. */
export interface EvidenceFeatures {
  /** Reader's logits: the sentence by itself, and its whole passage. */
  sentence: number
  passage: number
  /** The passage's logit less that of the best passage read. */
  behind: number
  /** Place of the passage among those read, 0 to 3. */
  rank: number
  /** The reader, given the whole passage, pointed into this sentence. */
  holdsSpan: number
  crossLingual: number
  /** Fused score of the passage, 0 to 1, against the others found. */
  fused: number
  /** How much of the question's words the passage holds, 0 to 1 (`LexicalHit.share`). */
  share: number
  /** A name in letters that the question gives stands nowhere in the passage, its headings or its title; same language. */
  nameMissing: number
  /** The same of a name of its own in Latin letters (Chinchilla), not of a unit or abbreviation (AI). */
  properMissing: number
  /** The same of a name with digits (GPT-4), which is a name of its own and not another spelling; in any language. */
  codeMissing: number
  /** The same of a number. */
  numberMissing: number
  /** The sentence says another version or variant of a named thing (GPT-3 for GPT-4) and not the thing itself, or is the row of another. */
  kinSaid: number
  /** The sentence is about another thing than the one that the question names. */
  otherSubject: number
  /** Share of the question's names in the sentence; same language. */
  namesSaid: number
  /** Share of the question's content words, by length, in the sentence and in passage, headings and title; same language. */
  wordsSaid: number
  wordsAround: number
  /** What the question asks of its subject (its last content word), in the sentence and around it; same language. */
  propertySaid: number
  propertyAround: number
  /** A number of a certain unit is asked for, and the sentence has none of it. */
  unitNotHeld: number
  /** A number or date is asked for, and the sentence holds one that the question does not; or it does not. */
  typeHeld: number
  typeNotHeld: number
  /** What the reader points at in the sentence is such a number or date. */
  spanTyped: number
  /** A person or a place is asked for. */
  asksName: number
  asksDefinition: number
  asksYesNo: number
  asksList: number
  /** The sentence defines what a definition question asks for. */
  defines: number
  /** In a list of references at the foot of an article. */
  inReferences: number
  /** A few characters only. */
  isShort: number
  /** The question's characters over 40, up to 2. */
  questionLength: number
}
