import type { Interval } from '../../metrics/bootstrap-interval.js'
import { html, type Markup } from '../markup.js'

/** Values that the strips of one table run from and to. */
export interface Domain {
  from: number
  to: number
}

const digits = 2

/**
 * A row's figure as a bar from zero with its interval as a whisker, as wide as its cell. The numbers stand in the row:
 * it is hidden from screen readers.
 */
export function renderStrip(options: {
  value: number | null
  interval?: Interval | null | undefined
  domain: Domain
}): Markup {
  const { value, interval, domain } = options
  if (value === null) return html``
  const at = (point: number) => place(point, domain)
  const [left, right] = [Math.min(at(0), at(value)), Math.max(at(0), at(value))]
  return html`<svg class="strip" aria-hidden="true" focusable="false"><line class="axis" x1="${at(0)}%" x2="${at(0)}%" y1="0" y2="100%"/><rect class="bar" x="${left}%" width="${Number((right - left).toFixed(digits))}%" y="30%" height="40%"/>${
    interval &&
    html`<line class="whisker" x1="${at(interval.low)}%" x2="${at(interval.high)}%" y1="50%" y2="50%"/><line class="whisker" x1="${at(interval.low)}%" x2="${at(interval.low)}%" y1="32%" y2="68%"/><line class="whisker" x1="${at(interval.high)}%" x2="${at(interval.high)}%" y1="32%" y2="68%"/>`
  }</svg>`
}

/** The ends and the middle of the strips, for the head of their column. */
export function renderScale(domain: Domain, format: (value: number) => string): Markup {
  const middle = (domain.from + domain.to) / 2
  return html`<span class="scale" aria-hidden="true"><span>${format(domain.from)}</span><span>${format(middle)}</span><span>${format(domain.to)}</span></span>`
}

/** Per cent of the strip's width, within it. */
function place(value: number, { from, to }: Domain): number {
  const share = Math.min(1, Math.max(0, (value - from) / (to - from)))
  return Number((100 * share).toFixed(digits))
}
