export interface ReadAnswer {
  /** Offsets into the passage's text as it was given, UTF-16 code units, trimmed of white space and of 、 and 。 */
  start: number
  end: number
  /**
   * Sum of the start's and the end's logit: how clearly the span stands out, compared between passages of one question.
   * The model has no "no answer" span (positions outside the passage were masked in training): a passage that answers
   * nothing has a best span too, so whether there is an answer is what `relevance` says.
   */
  score: number
}

export interface Reading {
  /** Logit: does this passage answer this question? Compares between questions; where an answer begins is for the caller to fit. */
  relevance: number
  /** The best span; null when the passage is empty or white space. */
  answer: ReadAnswer | null
}

/**
 * Reads a question against passages (a cross-encoder that also finds the answer's span).
 * Errors: MODEL_FAILED, MODEL_FILE_DAMAGED.
 */
export interface Reader {
  readonly id: string
  /** Tokens of question and passage together; the passage is cut at its end. */
  readonly maxTokens: number
  /** One reading a passage, in order. Rejects with CANCELLED when the signal fires first. */
  read(options: { question: string; passages: readonly string[]; signal?: AbortSignal }): Promise<Reading[]>
  close(): Promise<void>
}
