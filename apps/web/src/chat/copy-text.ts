/** Puts a text on the clipboard, also over plain http, where pages have no access to it of their own. Says whether it is there. */
export async function copyText(text: string): Promise<boolean> {
  try {
    if (navigator.clipboard) {
      await navigator.clipboard.writeText(text)
      return true
    }
  } catch {
    // Refused, as when the page has lost the focus: the older way may be allowed.
  }
  const holder = document.createElement('textarea')
  holder.value = text
  holder.setAttribute('readonly', '')
  holder.style.position = 'fixed'
  holder.style.opacity = '0'
  const focused = document.activeElement
  // Inside an open dialog only what belongs to it can be selected.
  ;(document.querySelector('dialog[open]') ?? document.body).append(holder)
  holder.select()
  const copied = document.execCommand('copy')
  holder.remove()
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true })
  return copied
}
