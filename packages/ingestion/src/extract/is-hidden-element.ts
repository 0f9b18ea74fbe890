import type { Element } from 'hast'
import { hidesByStyle } from './hides-by-style.js'

const droppedNames = new Set(
  (
    'script style template noscript head nav footer aside iframe object embed canvas audio video svg ' +
    'button select datalist input textarea option optgroup dialog rt rp rtc menu annotation annotation-xml frameset noframes'
  ).split(' '),
)
const droppedRoles = new Set([
  'navigation',
  'banner',
  'contentinfo',
  'complementary',
  'search',
  'menu',
  'menubar',
  'dialog',
])

/** True for elements whose text is no part of what a reader reads: code, hidden parts, page furniture, furigana. */
export function isHiddenElement(element: Element): boolean {
  const { hidden, ariaHidden, role, style } = element.properties
  if (droppedNames.has(element.tagName)) return true
  if (hidden !== undefined && hidden !== null && hidden !== false) return true
  if (String(ariaHidden) === 'true') return true
  const roles = Array.isArray(role) ? role : typeof role === 'string' ? role.split(/\s+/) : []
  if (roles.some((name) => droppedRoles.has(String(name)))) return true
  return typeof style === 'string' && hidesByStyle(style)
}
