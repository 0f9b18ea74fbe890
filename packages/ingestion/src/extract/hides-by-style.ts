/** Lengths below which no one reads letters, by unit; pixels first. */
const leastSizes: Record<string, number> = {
  px: 2,
  pt: 2,
  em: 0.15,
  rem: 0.15,
  ex: 0.3,
  '%': 15,
  vw: 0.2,
  vh: 0.2,
  '': 2,
}
/** Further outside than any layout would put what is to be seen, in pixels. */
const farAway = -900

/**
 * True for a style attribute that keeps an element's text from being seen: not displayed, transparent, in the colour of its
 * own background, too small to read, clipped to nothing, or far off the screen. Style sheets are not looked at.
 */
export function hidesByStyle(style: string): boolean {
  const said = readDeclarations(style)
  const get = (name: string) => said.get(name) ?? ''
  if (get('display') === 'none' || get('content-visibility') === 'hidden') return true
  if (/^(?:hidden|collapse)$/.test(get('visibility'))) return true
  if (isAtMost(get('opacity'), 0.05) || /opacity\(0(?:\.0\d*)?%?\)/.test(get('filter'))) return true
  if (isTiny(get('font-size')) || isTiny(get('font').match(/[\d.]+(?:px|pt|r?em|%)/)?.[0] ?? '')) return true
  const color = readColor(get('color'))
  if (color === 'transparent') return true
  const background = readColor(get('background-color') || get('background').split(' ')[0] || '')
  if (color !== null && color === background) return true
  if (isClipped(get) || isFar(get('text-indent')) || /scale[xy]?\(0(?:\.0+)?[,)]/.test(get('transform'))) return true
  if (/translate[xy3d]*\([^)]*-\d{3,}/.test(get('transform'))) return true
  const isPlaced = /^(?:absolute|fixed)$/.test(get('position'))
  return (
    (isPlaced || get('position') === 'relative') && ['left', 'top', 'right', 'bottom'].some((side) => isFar(get(side)))
  )
}

function readDeclarations(style: string): Map<string, string> {
  const plain = style.toLowerCase().replace(/\/\*.*?\*\//gs, '')
  return new Map(
    plain.split(';').flatMap((declaration): [string, string][] => {
      const at = declaration.indexOf(':')
      if (at < 0) return []
      const value = declaration
        .slice(at + 1)
        .replace(/!\s*important/, '')
        .trim()
        .replace(/\s+/g, ' ')
      return [[declaration.slice(0, at).trim(), value]]
    }),
  )
}

function isAtMost(value: string, most: number): boolean {
  const number = Number.parseFloat(value)
  return Number.isFinite(number) && (value.endsWith('%') ? number / 100 : number) <= most
}

function isTiny(value: string): boolean {
  const [, number = '', unit = ''] = /^([\d.]+)([a-z%]*)$/.exec(value) ?? []
  return number !== '' && Number(number) < (leastSizes[unit] ?? 0)
}

function isFar(value: string): boolean {
  const number = Number.parseFloat(value)
  const scale = /r?em$/.test(value) ? 16 : /v[wh]$|%$/.test(value) ? 9 : 1
  return number * scale <= farAway
}

function isClipped(get: (name: string) => string): boolean {
  if (/^rect\((?:[01](?:px)?[, ]*){4}\)$/.test(get('clip')) || /inset\((?:50|100)%|circle\(0/.test(get('clip-path')))
    return true
  if (!/hidden|clip/.test(get('overflow'))) return false
  return ['width', 'height', 'max-width', 'max-height'].some((name) =>
    /^[01](?:\.\d+)?(?:px|em|rem|%)?$/.test(get(name)),
  )
}

const names: Record<string, string> = { white: '255,255,255', black: '0,0,0' }

/** Red, green and blue, or `transparent`; null where it says something else. */
function readColor(value: string): string | null {
  if (value === 'transparent') return value
  if (names[value]) return names[value]
  const [, hex = ''] = /^#([0-9a-f]{3,8})$/.exec(value) ?? []
  const digits = hex.length <= 4 ? [...hex].map((digit) => digit + digit).join('') : hex
  if (digits.length === 8 && digits.endsWith('00')) return 'transparent'
  if (digits.length >= 6) return [0, 2, 4].map((at) => Number.parseInt(digits.slice(at, at + 2), 16)).join(',')
  const [, numbers = ''] = /^rgba?\(([^)]*)\)$/.exec(value) ?? []
  const [red, green, blue, alpha] = numbers.split(/[\s,/]+/).filter(Boolean)
  if (blue === undefined) return null
  return alpha !== undefined && Number.parseFloat(alpha) === 0 ? 'transparent' : [red, green, blue].join(',')
}
