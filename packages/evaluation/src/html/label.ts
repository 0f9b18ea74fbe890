import { html, type Markup } from './markup.js'

/** What the page says itself, in both its languages; the reader's choice shows one of them. */
export interface Label {
  ja: string
  en: string
}

export function renderLabel({ ja, en }: Label): Markup {
  return ja === en ? html`${ja}` : html`<span class="l" lang="ja">${ja}</span><span class="l" lang="en">${en}</span>`
}
