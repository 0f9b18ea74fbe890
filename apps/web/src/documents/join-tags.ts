import type { DocumentSummary } from '@shutten/core'

/** A document's tags in one line, set apart as its language does. */
export const joinTags = ({ tags, language }: Pick<DocumentSummary, 'tags' | 'language'>): string =>
  tags.join(language === 'ja' ? '・' : ', ')
