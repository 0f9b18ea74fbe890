/** A document that a dataset brings along. */
export interface DatasetDocument {
  id: string
  title: string
  text: string
  lang?: string | undefined
}

export interface DatasetQuestion {
  id: string
  question: string
  lang?: string | undefined
  kind?: string | undefined
  /** Ids of documents of which any one serves. */
  relevant?: string[] | undefined
  /** Right is an answer that holds one string of every group; null: the question must be refused; absent: not judged. */
  answers?: string[][] | null | undefined
  /** Held by the passage of a right citation. */
  evidence?: string | undefined
}

export interface Dataset {
  name: string
  /** Absent: the questions are on the documents already ingested. */
  documents?: DatasetDocument[] | undefined
  questions: DatasetQuestion[]
}
