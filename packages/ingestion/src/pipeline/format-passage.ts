import type { Passage } from '@shutten/core'

// Far beyond what a model reads; they bound what a source can make the embedder take.
const maxTitleLength = 200
const shortTitleLength = 10
const maxHeadingLength = 300
const maxTextLength = 2_000

/**
 * The text that an embedder is given for a passage: title, headings, then the passage, one a line. A passage often
 * leaves out what it is about because the heading above has said it.
 */
export function formatPassage(passage: Pick<Passage, 'title' | 'headingPath' | 'text'>): string {
  // The beginning of a text that has no title stands for one: it need not be said twice.
  const isBeginning = passage.title.length > shortTitleLength && passage.text.startsWith(passage.title)
  return [
    isBeginning ? '' : passage.title.slice(0, maxTitleLength),
    passage.headingPath.join(' > ').slice(0, maxHeadingLength),
    passage.text.slice(0, maxTextLength),
  ]
    .filter(Boolean)
    .join('\n')
}
