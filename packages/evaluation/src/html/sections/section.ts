import { type Label, renderLabel } from '../label.js'
import { html, type Markup } from '../markup.js'

/** A part of the page under its own heading. */
export function renderSection(options: { id: string; title: Label; note?: Label; body: Markup }): Markup {
  const { id, title, note, body } = options
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${renderLabel(title)}</h2>${
    note && html`<p class="note">${renderLabel(note)}</p>`
  }${body}</section>
`
}

/** A plot with its heading, what it shows, and its figures as a table to unfold. */
export function renderFigure(options: {
  id: string
  title: Label
  note: Label
  plot: Markup
  table: Markup | null
}): Markup {
  const { id, title, note, plot, table } = options
  return html`<figure><h3 id="${id}">${renderLabel(title)}</h3>${plot}<figcaption>${renderLabel(note)}</figcaption>${
    table &&
    html`<details><summary>${renderLabel({ ja: '数値', en: 'Figures' })}</summary><div class="scroll">${table}</div></details>`
  }</figure>
`
}

export function renderTable(options: {
  head: readonly (Label | Markup | string)[]
  /** The first cell of each row is its heading. */
  rows: readonly (readonly (Markup | string)[])[]
  className?: string
  /** Columns that a narrow page leaves out, from 0. */
  spare?: readonly number[]
}): Markup {
  const { head, rows, className = '', spare = [] } = options
  const mark = (column: number) => spare.includes(column) && html` class="spare"`
  const cell = (content: Label | Markup | string) =>
    typeof content === 'object' && 'ja' in content ? renderLabel(content) : html`${content}`
  return html`<table class="${className}"><thead><tr>${head.map((content, column) => html`<th scope="col"${mark(column)}>${cell(content)}</th>`)}</tr></thead><tbody>${rows.map(
    ([first = '', ...cells]) =>
      html`<tr><th scope="row">${first}</th>${cells.map((content, index) => html`<td${mark(index + 1)}>${content}</td>`)}</tr>`,
  )}</tbody></table>`
}
