import type { Element } from 'hast'
import { isHiddenElement } from './is-hidden-element.js'
import { parseHtml } from './parse-html.js'

const voidNames = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '))
const tag = /<(\/?)([a-z][a-z0-9-]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>/gi

export interface HtmlScope {
  /** Takes a run of HTML between Markdown blocks; tags left open stay open for the blocks that follow. */
  enter(html: string): void
  /** True while an element that hides its content is open. */
  readonly isHidden: boolean
}

/**
 * Follows HTML elements over Markdown blocks: `<div hidden>`, blank line, paragraph, blank line, `</div>` are three
 * blocks to a Markdown parser, and the paragraph is hidden all the same.
 */
export function createHtmlScope(uri: string): HtmlScope {
  const open: { name: string; hides: boolean }[] = []
  return {
    get isHidden() {
      return open.some(({ hides }) => hides)
    },
    enter(html) {
      for (const [start, slash, rawName] of html.replace(/<!--[\s\S]*?-->/g, '').matchAll(tag)) {
        const name = (rawName as string).toLowerCase()
        if (voidNames.has(name)) continue
        if (!slash) open.push({ name, hides: hides(start) })
        else {
          const at = open.findLastIndex((element) => element.name === name)
          if (at !== -1) open.length = at
        }
      }
    },
  }

  function hides(start: string): boolean {
    const [element] = parseHtml({ html: start, uri, fragment: true }).children
    // Elements that a fragment drops (`html`, `body`, `td`) hide nothing by their name.
    return element?.type === 'element' && isHiddenElement(element as Element)
  }
}
