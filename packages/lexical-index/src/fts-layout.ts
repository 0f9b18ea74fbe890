/** Raised with every change to tables, columns or the encoding of terms. */
export const layoutVersion = 1

/** "Shtn": SQLite's application_id of these files. */
export const applicationId = 0x53_68_74_6e

export const fields = ['title', 'headings', 'body'] as const
export const kinds = ['word', 'bigram'] as const

/** One column for each field and kind of term, so that each can have its weight. */
export const columns = fields.flatMap((field) => kinds.map((kind) => ({ name: `${field}_${kind}`, field, kind })))

/** A term in more than this share of all entries says little and costs most of a search's time. */
export const commonShare = 1 / 5
