/** What a proposed question asks for. */
export type ProposalKind = 'definition' | 'number' | 'comparison' | 'date' | 'list'

/** A stretch of a document; offsets into its stored text. */
export interface ProposalSeed {
  documentId: string
  start: number
  end: number
}

/** A question that a passage seems to answer, and the stretches that an answer has to quote for that to be so. */
export interface Proposal {
  kind: ProposalKind
  question: string
  seeds: readonly ProposalSeed[]
}
