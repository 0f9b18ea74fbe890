/** Documents and questions, and which documents answer each. */
export interface AnalyzerSet {
  name: string
  documents: readonly SetDocument[]
  questions: readonly SetQuestion[]
}

export interface SetDocument {
  title: string
  headings: string
  body: string
}

export interface SetQuestion {
  text: string
  /** Positions of documents; any of them is right. */
  relevant: readonly number[]
}
