import { html, type Markup } from '../markup.js'

/** Of the drawing, in its own units: a phone shows it about one to one. */
export const plot = { width: 360, height: 240, left: 40, right: 18, top: 12, bottom: 30 }

export interface Axis {
  from: number
  to: number
  ticks: readonly number[]
  format: (value: number) => string
}

export interface Scale {
  x: (value: number) => number
  y: (value: number) => number
}

const round = (value: number) => Number(value.toFixed(1))

/** Frame, ticks and grid of a plot, and where values stand in it; what is drawn lies on top. */
export function renderPlot(options: {
  x: Axis
  y: Axis
  /** Id of the heading that names it. */
  labelledBy: string
  draw: (scale: Scale) => Markup
}): Markup {
  const { x, y, labelledBy, draw } = options
  const { width, height, left, right, top, bottom } = plot
  const scale: Scale = {
    x: (value) => round(left + ((value - x.from) / (x.to - x.from)) * (width - left - right)),
    y: (value) => round(height - bottom - ((value - y.from) / (y.to - y.from)) * (height - top - bottom)),
  }
  const foot = height - bottom
  return html`<svg class="plot" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${labelledBy}">${y.ticks.map(
    (tick) =>
      html`<line class="grid" x1="${left}" x2="${width - right}" y1="${scale.y(tick)}" y2="${scale.y(tick)}"/><text x="${left - 6}" y="${scale.y(tick) + 4}" text-anchor="end">${y.format(tick)}</text>`,
  )}${x.ticks.map(
    (tick) =>
      html`<line class="axis" x1="${scale.x(tick)}" x2="${scale.x(tick)}" y1="${foot}" y2="${foot + 4}"/><text x="${scale.x(tick)}" y="${foot + 18}" text-anchor="middle">${x.format(tick)}</text>`,
  )}<line class="axis" x1="${left}" x2="${width - right}" y1="${foot}" y2="${foot}"/>${draw(scale)}</svg>`
}
