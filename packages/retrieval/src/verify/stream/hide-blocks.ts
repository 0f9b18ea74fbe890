/** What stands between these tags is not for the reader: reasoning, and passages that the model says after the prompt. */
const hiddenTags = new Set(
  'think thinking thought thoughts reasoning reflection analysis scratchpad passage passages instructions'.split(' '),
)
/** Tags that go, while what they hold stays. */
const strippedTags = new Set('answer response final output result text p s start_of_turn end_of_turn'.split(' '))
const tag = /^<(?<closing>\/?)(?<name>[a-z_]{1,24})(?<attributes>\s[^<>]{0,200})?\/?>/iu
const mayBeTag = /^<\/?(?:[a-z_]{0,24}|[a-z_]{1,24}\s[^<>]{0,200})\/?$/iu
/** <|im_end|>, <|channel|>analysis<|message|> and their like, of chat templates. */
const control = /^<\|(?<name>[^<>|\n]{1,40})\|>/u
const mayBeControl = /^<\|[^<>|\n]{0,40}\|?$/u
const namesChannel = /^(?:channel|start|im_start|start_header_id)$/u
const channel = /^(?:analysis|commentary|final|assistant|user|system|thinking|think)\s*/iu
const hiddenChannel = /^(?:analysis|commentary|think)/iu
const endOfChannel = /(?=<\|(?:end|channel|start)\|>)/u
const endOfText = /^(?:im_end|endoftext|eot_id|end_of_text|return)$/u
/** A channel's name after its token may still be on its way; the longest, and one more. */
const longestChannel = 12
/** Longer than any closing tag. */
const closingReach = 40

/**
 * Takes out of a stream of text what is not part of the answer: reasoning between <think> tags, passages said again, tokens
 * of chat templates, lone surrogates and control characters. Tags may be cut anywhere; a block that is never closed hides
 * the rest.
 */
export async function* hideBlocks(stream: AsyncIterable<string>): AsyncGenerator<string, void, undefined> {
  let buffer = ''
  let closes: RegExp | null = null
  let isOver = false

  for await (const piece of stream) {
    buffer += piece
    const shown = tidy(take(false))
    if (shown) yield shown
    if (isOver) return
  }
  const rest = tidy(take(true))
  if (rest) yield rest

  function take(isLast: boolean): string {
    let shown = ''
    while (buffer !== '' && !isOver) {
      if (closes) {
        const found = closes.exec(buffer)
        buffer = found ? buffer.slice(found.index + found[0].length) : buffer.slice(-closingReach)
        if (!found) return shown
        closes = null
        continue
      }
      const at = buffer.indexOf('<')
      const end = at >= 0 ? at : isLast ? buffer.length : endOfWellFormed(buffer)
      shown += buffer.slice(0, end)
      buffer = buffer.slice(end)
      if (at < 0) return shown
      const taken = readTag(isLast)
      if (taken === 'wait') return shown
      if (taken === 'none') {
        shown += '<'
        buffer = buffer.slice(1)
      }
    }
    return shown
  }

  /** Takes a tag of ours from the buffer's beginning, unless there is none or it is not whole yet. */
  function readTag(isLast: boolean): 'taken' | 'none' | 'wait' {
    if (!isLast && (mayBeTag.test(buffer) || mayBeControl.test(buffer))) return 'wait'
    const token = control.exec(buffer)
    if (token) return readControl(token, isLast)
    const found = tag.exec(buffer)
    const name = found?.groups?.name?.toLowerCase() ?? ''
    if (!found || !(hiddenTags.has(name) || strippedTags.has(name))) return 'none'
    buffer = buffer.slice(found[0].length)
    const isOpening = !found.groups?.closing && !found[0].endsWith('/>')
    if (hiddenTags.has(name) && isOpening) closes = new RegExp(`</${name}\\s*>`, 'iu')
    return 'taken'
  }

  function readControl(token: RegExpExecArray, isLast: boolean): 'taken' | 'wait' {
    const name = token.groups?.name ?? ''
    const rest = buffer.slice(token[0].length)
    if (endOfText.test(name)) {
      isOver = true
      buffer = ''
      return 'taken'
    }
    if (!namesChannel.test(name)) buffer = rest
    else {
      if (!isLast && rest.length < longestChannel && !/[<\n]/.test(rest)) return 'wait'
      const named = channel.exec(rest)?.[0] ?? ''
      buffer = rest.slice(named.length)
      if (hiddenChannel.test(named)) closes = endOfChannel
    }
    return 'taken'
  }
}

function tidy(text: string): string {
  return text.replace(/\p{Surrogate}|(?![\t\n])\p{Cc}|[\u200b\u2060\ufeff\ue000-\ue003]/gu, '')
}

/** Up to a first half of a surrogate pair whose second half is still to come. */
function endOfWellFormed(text: string): number {
  return /[\ud800-\udbff]$/.test(text) ? text.length - 1 : text.length
}
