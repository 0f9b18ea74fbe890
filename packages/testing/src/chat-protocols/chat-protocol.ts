/** How one provider's streamed chat looks on the wire. */
export interface ChatProtocol {
  /** What a client is given as its base address. */
  path: string
  contentType: string
  /** Before the first piece. */
  begin(options: { usage: ChatUsage }): string
  piece(text: string): string
  /** After the last piece. */
  end(options: { finishReason: string | null; usage: ChatUsage }): string
  /** Part of a stream that the protocol does not know. */
  malformed: string
  error(options: { status: number; message: string; code: string | null }): unknown
}

export interface ChatUsage {
  inputTokens: number
  outputTokens: number
}

export const event = (data: unknown, name?: string) =>
  `${name ? `event: ${name}\n` : ''}data: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`
