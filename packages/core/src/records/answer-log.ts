/** What readers were told, as it was kept with their conversations: for whoever looks after the articles. */
export interface LoggedAnswer {
  turnId: string
  question: string
  /** ISO 8601, UTC. */
  askedAt: string
  status: 'answered' | 'refused'
  /** Why, of a refusal; null of what was answered. */
  reason: string | null
  confidence: number
  citations: number
  /** From question to answer; null for one from the cache. */
  milliseconds: number | null
  /** Its first characters. */
  beginning: string
}

export interface AnswerSummary {
  answered: number
  refused: number
  /** Greetings and the like: neither of both. */
  asides: number
  /** Given again from the cache; part of the others. */
  cached: number
  /** Milliseconds from question to answer, of those made anew; null without any. */
  latency: { median: number; p95: number } | null
  inputTokens: number
  outputTokens: number
  /** By the configured prices; null where none is noted. */
  cost: number | null
}

export interface AnswerLogRepository {
  /** Of the answers since `from`. */
  summarize(options: { from: Date }): Promise<AnswerSummary>
  /** Newest first, without greetings and the like. */
  list(options: {
    from?: Date
    status?: 'answered' | 'refused'
    offset?: number
    limit?: number
  }): Promise<{ total: number; answers: LoggedAnswer[] }>
  /** The newest answers that quote a document, and where; of the newest 5,000. */
  listCiting(options: {
    documentId: string
    limit?: number
  }): Promise<{ turnId: string; question: string; askedAt: string; spans: { start: number; end: number }[] }[]>
}
