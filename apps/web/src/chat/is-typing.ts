export const shortcutsSwitch = 'shutten-shortcuts'

/**
 * Whether a key press is none of the page's shortcuts: part of a text or of an input method, with a modifier, held down,
 * inside a dialog, or while the reader has them switched off.
 */
export function isTyping(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.repeat || event.isComposing || event.keyCode === 229) return true
  if (event.ctrlKey || event.metaKey || event.altKey) return true
  const target = event.target instanceof Element ? event.target : null
  if (target?.closest('input, textarea, select, [contenteditable], dialog, [popover], [role="dialog"]')) {
    // The source's sheet is a dialog that `]` and `[` are for.
    if (!target.closest('.drawer-popup') || target.closest('input, textarea, select')) return true
  }
  try {
    return localStorage.getItem(shortcutsSwitch) === 'off'
  } catch {
    return false
  }
}
