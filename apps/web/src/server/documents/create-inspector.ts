import {
  type AnswerLogRepository,
  type DocumentRepository,
  type Embedder,
  type ExclusionRepository,
  type Generation,
  type IngestionRepository,
  type Passage,
  type PassageExclusion,
  ShuttenError,
  type StoredDocument,
  toSourceText,
} from '@shutten/core'
import type { EditView, PassageDraft, PassageEditor } from './create-passage-editor'

export interface InspectedPassage extends Pick<Passage, 'id' | 'index' | 'start' | 'end' | 'headingPath' | 'language'> {
  /** By an estimate: of a tokenizer that is hungry for Japanese. */
  tokens: number
  isExcluded: boolean
  /** An editor has written in it, or in what will be it. */
  isEdited: boolean
  /** How many of the answers quote it. */
  quoted: number
}

export interface NearestPassage
  extends Pick<Passage, 'id' | 'documentId' | 'versionId' | 'title' | 'start' | 'end' | 'text' | 'language'> {
  /** Cosine. */
  similarity: number
}

export interface Inspection {
  document: StoredDocument
  passages: InspectedPassage[]
  /** `stands`: the document still says it. */
  exclusions: (PassageExclusion & { stands: boolean })[]
  /** What editors wrote in it; `gone`: what is taken back, and serves until a job has come to it. */
  edits: EditView[]
  gone: Awaited<ReturnType<PassageEditor['describe']>>['gone']
  /** The passage that is looked at closely; null for none. */
  chosen: {
    passage: InspectedPassage
    text: string
    draft: PassageDraft
    nearest: NearestPassage[]
    questions: Awaited<ReturnType<AnswerLogRepository['listCiting']>>
  } | null
}

export interface Inspector {
  /** A document as it is stored and cut, and one of its passages closely; null where there is none. */
  inspect(options: { documentId: string; passageId?: string | null }): Promise<Inspection | null>
  /**
   * Keeps a passage of the serving version, or a stretch of its text, from being found.
   * Errors: DOCUMENT_NOT_FOUND where document or passage is not there (any more).
   */
  exclude(options: { documentId: string; passageId: string; by: string }): Promise<PassageExclusion>
}

/** Nearest passages that are shown. */
const nearestShown = 6
/** Answers that are looked through for quotes. */
const answersLooked = 200

export function createInspector(options: {
  database: {
    documents: Pick<DocumentRepository, 'find'>
    ingestion: Pick<IngestionRepository, 'getPassages'>
    exclusions: ExclusionRepository
    answerLog: Pick<AnswerLogRepository, 'listCiting'>
  }
  generations: { acquire(): Promise<{ generation: Generation; release(): void }> }
  /** Gives the vectors that the index was made with. */
  embedder: Pick<Embedder, 'embedPassages'>
  /** The text that the embedder was given for a passage. */
  formatPassage: (passage: Passage) => string
  estimateTokens: (text: string) => number
  editor: Pick<PassageEditor, 'describe'>
  findExcluded: (options: {
    generation: { getDocumentPassages(documentId: string): (Passage & { ordinal: number })[] }
    exclusions: readonly PassageExclusion[]
  }) => Set<number>
}): Inspector {
  const { database, generations, embedder, formatPassage, estimateTokens, editor, findExcluded } = options

  async function findNearest(passage: Passage): Promise<NearestPassage[]> {
    const [vector] = await embedder.embedPassages([formatPassage(passage)])
    if (!vector) return []
    const { generation, release } = await generations.acquire()
    try {
      const hits = generation.vectors.search({ vector, k: nearestShown + 1 })
      const similarities = new Map(hits.map(({ ordinal, similarity }) => [ordinal, similarity]))
      return generation
        .getPassages(hits.map(({ ordinal }) => ordinal))
        .filter(({ id }) => id !== passage.id)
        .slice(0, nearestShown)
        .map(({ ordinal, id, documentId, versionId, title, start, end, text, language }) => ({
          ...{ id, documentId, versionId, title, start, end, text, language },
          similarity: similarities.get(ordinal) ?? 0,
        }))
    } finally {
      release()
    }
  }

  /** Where a passage stands: one of an earlier version, where it was cut as this one, has the place that it had. */
  async function findPlace(options: {
    passageId: string | null
    passages: readonly { id: string }[]
    documentId: string
  }): Promise<number> {
    const { passageId, passages, documentId } = options
    const at = passages.findIndex(({ id }) => id === passageId)
    const versionId = passageId?.split('.')[0]
    if (at >= 0 || !versionId) return at
    const earlier = await database.ingestion.getPassages([versionId]).catch(() => [])
    if (earlier.length !== passages.length || earlier[0]?.documentId !== documentId) return -1
    return earlier.findIndex(({ id }) => id === passageId)
  }

  return {
    async inspect({ documentId, passageId = null }) {
      const document = await database.documents.find(documentId)
      if (!document) return null
      const [stored, exclusions, citing] = await Promise.all([
        database.ingestion.getPassages([document.versionId]),
        database.exclusions.list({ documentId: document.id }),
        database.answerLog.listCiting({ documentId: document.id, limit: answersLooked }),
      ])
      const { edits, gone, draftOf } = await editor.describe({ document, passages: stored })
      const edited = new Set(edits.flatMap(({ state, passageId }) => (state === 'review' ? [] : passageId)))
      const numbered = stored.map((passage, ordinal) => ({ ...passage, ordinal }))
      const leftOut = (of: readonly PassageExclusion[]) =>
        findExcluded({ generation: { getDocumentPassages: () => numbered }, exclusions: of })
      const excluded = leftOut(exclusions)
      const quotes = ({ start, end }: { start: number; end: number }) =>
        citing.filter(({ spans }) => spans.some((span) => span.start < end && span.end > start))
      const passages = numbered.map(
        ({ ordinal, id, index, start, end, headingPath, language, text, edits }): InspectedPassage => ({
          ...{ id, index, start, end, headingPath, language },
          tokens: estimateTokens(text),
          isExcluded: excluded.has(ordinal),
          isEdited: edits !== undefined || edited.has(id),
          quoted: quotes({ start, end }).length,
        }),
      )
      const at = await findPlace({ passageId, passages, documentId: document.id })
      const [passage, whole] = [passages[at], stored[at]]
      return {
        document,
        passages,
        exclusions: exclusions.map((one) => ({ ...one, stands: leftOut([one]).size > 0 })),
        ...{ edits, gone },
        chosen:
          passage && whole
            ? {
                passage,
                text: whole.text,
                draft: draftOf(whole),
                nearest: await findNearest(whole),
                questions: quotes(passage),
              }
            : null,
      }
    },
    async exclude({ documentId, passageId, by }) {
      const document = await database.documents.find(documentId)
      const stored = document ? await database.ingestion.getPassages([document.versionId]) : []
      const passage = stored.find(({ id }) => id === passageId)
      if (!document || !passage)
        throw new ShuttenError({
          code: 'DOCUMENT_NOT_FOUND',
          message: `There is no passage ${passageId} of the document ${documentId}.`,
          suggestion: 'Load the page of the document anew: it may have changed.',
        })
      const { start } = passage
      // The source's words: they stay when an edit is taken back.
      return database.exclusions.exclude({ documentId: document.id, text: toSourceText(passage), start, by })
    },
  }
}
