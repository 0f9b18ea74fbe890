import type { MetricName } from '../metrics/metric-name.js'
import { html, type Markup } from './markup.js'

/** A metric's name, that breaks between its words where a column is narrow. */
export function renderMetric(name: MetricName): Markup {
  return html`<code>${name.split(/(?=[A-Z.])/).map((word, index) => html`${index > 0 && html`<wbr>`}${word}`)}</code>`
}
