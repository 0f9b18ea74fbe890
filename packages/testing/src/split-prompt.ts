export interface ChatMessage {
  role: string
  content: string
}

export interface SplitPrompt {
  /** What a model takes for orders: the system message, and all that stands in no closed-off data. */
  instructions: string
  /** The passages, in order, by their numbers. */
  passages: { number: number; text: string }[]
}

const templateToken = /<\|[^|<>\n]{1,40}\|>|<<\s*\/?sys\s*>>|<\/?s>|<(?:start|end)_of_turn>|\[\/?inst\]/iu
const fakeTurn = /^[ \t]*(?:human|assistant|system|user|developer)[ \t]*:/imu

/**
 * Reads a prompt as a model does that trusts its form: data is what stands between an opening and the next closing tag of
 * `dataTags`, however the tags are spaced or set. Where the data closes its part early, or begins a turn of its own, what
 * follows is an instruction.
 */
export function splitPrompt(options: { messages: readonly ChatMessage[]; dataTags: readonly string[] }): SplitPrompt {
  const { dataTags } = options
  const instructions: string[] = []
  const passages: SplitPrompt['passages'] = []
  const tag = new RegExp(`<\\s*(/?)\\s*(${dataTags.join('|')})(?=[\\s>/])([^<>]*)>`, 'giu')
  for (const { role, content } of options.messages) {
    const text = content.normalize('NFKC')
    if (role === 'system') {
      instructions.push(text)
      continue
    }
    let opened: { name: string; attributes: string; from: number } | null = null
    let outside = 0
    for (const match of text.matchAll(tag)) {
      const [whole, slash, name = '', attributes = ''] = match
      if (!opened && slash === '') {
        instructions.push(text.slice(outside, match.index))
        opened = { name: name.toLowerCase(), attributes, from: match.index + whole.length }
      } else if (opened && slash === '/' && name.toLowerCase() === opened.name) {
        const data = text.slice(opened.from, match.index)
        const token = data.search(templateToken)
        const turn = data.search(fakeTurn)
        const broken = [token, turn].filter((at) => at >= 0)
        if (broken.length > 0) instructions.push(data.slice(Math.min(...broken)))
        const number = Number(/\d+/.exec(opened.attributes)?.[0] ?? passages.length + 1)
        if (opened.name === 'passage') passages.push({ number, text: data })
        opened = null
        outside = match.index + whole.length
      }
    }
    instructions.push(text.slice(opened ? opened.from : outside))
  }
  return { instructions: instructions.join('\n'), passages }
}
