import {
  type AppliedEdit,
  type DocumentRepository,
  type HygieneFinding,
  type IngestionRepository,
  type JobRepository,
  type Language,
  type NewPassageEdit,
  type Passage,
  type PassageEdit,
  type PassageEditRepository,
  ShuttenError,
  type StoredDocument,
  toSourceOffset,
  toSourceText,
} from '@shutten/core'

/**
 * `serving`: in what is searched and told. `waiting`: it comes with the next job. `review`: the source does not say any more what it
 * was written for.
 */
export type EditState = 'serving' | 'waiting' | 'review'

export interface EditView extends PassageEdit {
  state: EditState
  /** The passage that it is in, or where it is to be looked at that is most like what it was written for; null for none. */
  passageId: string | null
}

/** A passage as it is edited. */
export interface PassageDraft {
  /** What the source says. */
  original: string
  /** What is told, or will be as soon as a job has come to it. */
  text: string
  /** The edits that it is made over. */
  base: { id: string; revision: number }[]
}

export interface PassageEditor {
  /** What editors wrote in the serving version of a document; `gone`: what serves until a job has taken it back. */
  describe(options: { document: StoredDocument; passages: readonly Passage[] }): Promise<{
    edits: EditView[]
    gone: (AppliedEdit & { text: string })[]
    draftOf: (passage: Passage) => PassageDraft
  }>
  /** Of all documents, last written first; with `isOpen` those that are not in what serves: they wait, or need a look. */
  list(options: { isOpen: boolean; offset: number; limit: number }): Promise<{ total: number; edits: ListedEdit[] }>
  /**
   * Puts words in the place of a passage's, and queues the job that brings them into the index.
   * Errors: DOCUMENT_NOT_FOUND; EDIT_CHANGED when passage or edit are not as they were seen; INPUT_INVALID for no words, too many, the
   * source's own, or what the policy for documents does not let in.
   */
  save(options: SaveOptions): Promise<{ edit: PassageEdit; jobId: string }>
  /** Takes an edit back. Errors: EDIT_CHANGED. */
  undo(options: { id: string; revision?: number }): Promise<{ edit: PassageEdit; jobId: string } | null>
}

/** `gone`: its document does not serve (any more). */
export interface ListedEdit extends PassageEdit {
  state: EditState | 'gone'
  title: string | null
  language: Language | null
}

interface SaveOptions extends PassageDraft {
  documentId: string
  /** Where it was seen; when it is not there any more, the passage that says the same. */
  passageId: string
  by: string
  /** An edit that has lost its place, and goes with this one. */
  resolves?: string | null
}

/** The embedder is given no more of a passage. */
export const maxEditLength = 2_000

export function createPassageEditor(options: {
  database: {
    documents: Pick<DocumentRepository, 'find'>
    ingestion: Pick<IngestionRepository, 'getPassages' | 'getVersion'>
    edits: PassageEditRepository
    jobs: Pick<JobRepository, 'create' | 'list'>
  }
  cleanText: (text: string) => string
  placeEdits: (options: { text: string; edits: readonly PassageEdit[] }) => {
    edit: PassageEdit
    start: number
    end: number
  }[]
  describeOriginal: (options: {
    text: string
    start: number
    end: number
  }) => Pick<NewPassageEdit, 'original' | 'start' | 'occurrence' | 'occurrences' | 'lead' | 'trail'>
  /** What the policy for documents says of a text. */
  inspect: (document: Pick<StoredDocument, 'title' | 'text'>) => Promise<HygieneFinding[]>
}): PassageEditor {
  const { database, cleanText, placeEdits, describeOriginal, inspect } = options

  const getSourceText = async (document: StoredDocument): Promise<string> =>
    document.sourceVersionId === undefined
      ? document.text
      : database.ingestion.getVersion(document.sourceVersionId).then(
          ({ text }) => text,
          () => toSourceText({ text: document.text, start: 0, edits: document.edits }),
        )

  const queue = async (): Promise<string> => {
    const queued = await database.jobs.list({ statuses: ['queued'], limit: 100 })
    // One that has not begun takes this edit along.
    const known = queued.find(({ request }) => request.kind === 'apply-edits')
    return (known ?? (await database.jobs.create({ kind: 'apply-edits' }))).id
  }

  const toSpan = ({ start, end }: Passage, edits: readonly AppliedEdit[] | undefined) => ({
    start: toSourceOffset({ offset: start, edits }),
    end: toSourceOffset({ offset: end, edits }),
  })

  const open = async (document: StoredDocument) => {
    const [source, rows] = await Promise.all([
      getSourceText(document),
      database.edits.list({ documentId: document.id }),
    ])
    const placed = placeEdits({ text: source, edits: rows })
    const draftOf = (passage: Passage): PassageDraft => {
      const span = toSpan(passage, document.edits)
      const own = placed.filter(({ start, end }) => start < span.end && end > span.start)
      const only = own.length === 1 && own[0]?.start === span.start && own[0].end === span.end ? own[0].edit : null
      return {
        original: source.slice(span.start, span.end),
        text: only?.text ?? passage.text,
        base: own.map(({ edit }) => ({ id: edit.id, revision: edit.revision })),
      }
    }
    return { source, rows, placed, draftOf }
  }

  return {
    async describe({ document, passages }) {
      const { rows, placed, draftOf } = await open(document)
      const spans = passages.map((passage) => ({ id: passage.id, ...toSpan(passage, document.edits) }))
      const edits = rows.map((edit): EditView => {
        const place = placed.find((one) => one.edit.id === edit.id)
        if (!place) return { ...edit, state: 'review', passageId: findLikest({ words: edit.original, passages }) }
        const serving = document.edits?.some(({ id, revision }) => id === edit.id && revision === edit.revision)
        const passage = spans.find(({ start, end }) => start < place.end && end > place.start)
        return { ...edit, state: serving ? 'serving' : 'waiting', passageId: passage?.id ?? null }
      })
      const ids = new Set(rows.map(({ id }) => id))
      const gone = (document.edits ?? [])
        .filter(({ id }) => !ids.has(id))
        .map((edit) => ({ ...edit, text: document.text.slice(edit.start, edit.end) }))
      return { edits, gone, draftOf }
    },

    async list({ isOpen, offset, limit }) {
      const { total, edits } = await database.edits.listLatest({ ...(isOpen && { isServing: false }), offset, limit })
      const opened = new Map<string, { document: StoredDocument; ids: Set<string> } | null>()
      for (const documentId of new Set(edits.map((edit) => edit.documentId))) {
        const document = await database.documents.find(documentId)
        const placed =
          document &&
          placeEdits({
            text: await getSourceText(document),
            edits: edits.filter((one) => one.documentId === documentId),
          })
        opened.set(documentId, document && { document, ids: new Set(placed?.map(({ edit }) => edit.id)) })
      }
      const listed = edits.map((edit): ListedEdit => {
        const found = opened.get(edit.documentId)
        if (!found) return { ...edit, state: 'gone', title: null, language: null }
        const { title, language } = found.document
        const isServing = found.document.edits?.some(({ id, revision }) => id === edit.id && revision === edit.revision)
        const state = isServing ? 'serving' : found.ids.has(edit.id) ? 'waiting' : 'review'
        return { ...edit, state, title, language }
      })
      return { total, edits: listed }
    },

    async save({ documentId, passageId, original, text, base, by, resolves = null }) {
      const document = await database.documents.find(documentId)
      if (!document) throw createMissingError(documentId)
      const passages = await database.ingestion.getPassages([document.versionId])
      const { source, draftOf } = await open(document)
      const alike = passages.filter((passage) => draftOf(passage).original === original)
      const passage = alike.find(({ id }) => id === passageId) ?? (alike.length === 1 ? alike[0] : undefined)
      if (!passage) throw createChangedError('The document does not say any more what was edited.')
      const draft = draftOf(passage)
      if (describe(draft.base) !== describe(base)) throw createChangedError('Somebody else has edited this passage.')
      const written = cleanText(text).trim()
      if (written === original && base.length === 0)
        throw createTextError('That is what the source says.', 'Change something, or leave the passage as it is.')
      if (written.length > maxEditLength)
        throw createTextError(
          `The text has ${written.length} characters; a passage has at most ${maxEditLength}.`,
          'Shorten it, or add an article.',
        )
      const [finding] = (await inspect({ title: document.title, text: written })).filter(
        ({ field, start, end }) => field === 'text' && !original.includes(written.slice(start, end)),
      )
      if (finding)
        throw createTextError(
          `The policy for documents does not let in “${written.slice(finding.start, finding.end).slice(0, 60)}”: ${finding.reason.en}`,
          'Leave that out.',
        )
      const span = toSpan(passage, document.edits)
      const described = describeOriginal({ text: source, ...span })
      const edit = await database.edits.save({
        edit: { documentId: document.id, ...described, text: written, by },
        base,
      })
      if (resolves !== null && resolves !== edit.id) await database.edits.remove({ id: resolves })
      return { edit, jobId: await queue() }
    },

    async undo({ id, revision }) {
      const edit = await database.edits.remove({ id, ...(revision !== undefined && { revision }) })
      return edit && { edit, jobId: await queue() }
    },
  }
}

const describe = (base: readonly { id: string; revision: number }[]) =>
  base
    .map(({ id, revision }) => `${id}:${revision}`)
    .sort()
    .join()

/** The passage that shares most pairs of characters with words; null where none shares any. */
function findLikest(options: { words: string; passages: readonly Passage[] }): string | null {
  const pairsOf = (text: string) =>
    new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2)))
  const wanted = pairsOf(options.words)
  let best: { id: string; share: number } | null = null
  for (const { id, text } of options.passages) {
    const pairs = pairsOf(text)
    let shared = 0
    for (const pair of pairs) if (wanted.has(pair)) shared++
    const share = shared / (wanted.size + pairs.size - shared)
    if (share > (best?.share ?? 0)) best = { id, share }
  }
  return best?.id ?? null
}

function createMissingError(documentId: string): ShuttenError {
  return new ShuttenError({
    code: 'DOCUMENT_NOT_FOUND',
    message: `There is no document ${documentId}.`,
    suggestion: 'It may have been deleted. Look at the list of documents.',
  })
}

function createChangedError(message: string): ShuttenError {
  return new ShuttenError({
    code: 'EDIT_CHANGED',
    message,
    suggestion: 'Look at what it says now, and save yours again if it is to take its place.',
  })
}

function createTextError(message: string, suggestion: string): ShuttenError {
  return new ShuttenError({ code: 'INPUT_INVALID', message, suggestion })
}
