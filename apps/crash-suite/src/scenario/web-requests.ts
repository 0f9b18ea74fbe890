import { queries } from './steps.js'

/** One thing a client asks of the web server that leaves something behind. */
export interface WebRequest {
  name: string
  /** Sends it and reads the answer to its end. Rejects when it was cut off. */
  send(): Promise<void>
}

/** Requests that differ from turn to turn, so that nothing is answered from a cache or known already. */
export function createWebRequests(options: {
  url: string
  apiKey: string
  conversationId: string
  turn: number
  /** Told of a document that the server has said it takes. */
  onTaken: (document: { uri: string; characters: number }) => void
  /** Told of a question that was answered. */
  onAnswered: (question: string) => void
  uploadsFolder: string
}): WebRequest[] {
  const { url, apiKey, conversationId, turn, onTaken, onAnswered, uploadsFolder } = options
  const authorization = `Bearer ${apiKey}`
  const json = { 'content-type': 'application/json', authorization }
  const question = `${queries[turn % queries.length]}（${turn}回目）`
  const text = `# 観察の記録${turn}\n\n第${turn}号の巣箱では、${1900 + turn}年に${turn + 3}羽の雛が育った。記録は観察小屋の棚にある。\n`
  const expectOk = async (response: Response) => {
    if (!response.ok) throw new Error(`${response.status} ${await response.text()}`)
    return response
  }
  return [
    {
      name: 'ask',
      async send() {
        const response = await fetch(`${url}/api/v1/ask`, {
          method: 'POST',
          headers: json,
          body: JSON.stringify({ question, conversationId }),
        })
        await (await expectOk(response)).json()
        onAnswered(question)
      },
    },
    {
      name: 'upload',
      async send() {
        const form = new FormData()
        form.append('file', new File([text], `記録-${turn}.md`, { type: 'text/markdown' }))
        const response = await fetch(`${url}/api/v1/documents`, {
          method: 'POST',
          headers: { authorization },
          body: form,
        })
        await (await expectOk(response)).json()
        const uri = new URL(`file://${uploadsFolder}/${encodeURIComponent(`記録-${turn}.md`)}`).href
        onTaken({ uri, characters: text.length })
      },
    },
    {
      name: 'chat',
      async send() {
        const messages = [{ id: `m${turn}`, role: 'user', parts: [{ type: 'text', text: question }] }]
        const response = await fetch(`${url}/api/chat`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ id: `c${turn}`, messages, trigger: 'submit-message' }),
        })
        const streamed = await (await expectOk(response)).text()
        if (!streamed.includes('[DONE]')) throw new Error(`The stream was cut off: ${streamed.slice(-200)}`)
      },
    },
    {
      name: 'give a text',
      async send() {
        const uri = `crash:text-${turn}`
        const body = JSON.stringify({ uri, title: `記録${turn}`, text: text.replace('巣箱', '望遠鏡') })
        const response = await fetch(`${url}/api/v1/documents`, { method: 'POST', headers: json, body })
        await (await expectOk(response)).json()
        onTaken({ uri, characters: 0 })
      },
    },
  ]
}
