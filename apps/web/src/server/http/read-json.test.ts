import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readJson as read } from './read-json'

const readJson = (options: { request: Request; maxBytes?: number; optional?: boolean }) =>
  read({ ...options, schema: z.json() })
const json = { 'Content-Type': 'application/json; charset=utf-8' }
const request = (body: BodyInit | null, headers: Record<string, string> = json) =>
  new Request('http://127.0.0.1/', { method: 'POST', body, headers, ...(body && { duplex: 'half' }) } as RequestInit)

describe('readJson', () => {
  it('reads JSON', async () => {
    expect(await readJson({ request: request('{"question":"基盤モデルとは"}') })).toEqual({
      question: '基盤モデルとは',
    })
  })
  it.each([
    ['broken', request('{"question":')],
    ['empty', request('')],
    ['not UTF-8', request(new Uint8Array([0x22, 0x82, 0xa0, 0x22]))],
    ['form', request('question=x', { 'Content-Type': 'application/x-www-form-urlencoded' })],
    ['plain text', request('{}', { 'Content-Type': 'text/plain' })],
  ])('refuses a body that is %s', async (_, bad) => {
    await expect(readJson({ request: bad })).rejects.toMatchObject({ code: 'INPUT_INVALID' })
  })
  it('takes no body for an empty object only where that is meant', async () => {
    // A server may give a request without a body as an empty stream, without Content-Type or Content-Length.
    const none = () => request(new ReadableStream({ start: (controller) => controller.close() }), {})
    expect(await readJson({ request: none(), optional: true })).toEqual({})
    await expect(readJson({ request: none() })).rejects.toMatchObject({ code: 'INPUT_INVALID' })
  })
  it('takes a body of exactly the limit, and no byte more', async () => {
    const body = JSON.stringify('a'.repeat(98))
    expect(await readJson({ request: request(body), maxBytes: 100 })).toHaveLength(98)
    await expect(readJson({ request: request(`${body} `), maxBytes: 100 })).rejects.toMatchObject({
      code: 'REQUEST_TOO_LARGE',
    })
  })
  it('stops reading a stream at the limit', async () => {
    let given = 0
    const endless = new ReadableStream({
      pull(controller) {
        given += 1
        controller.enqueue(new Uint8Array(1024))
      },
    })
    await expect(readJson({ request: request(endless), maxBytes: 10_000 })).rejects.toMatchObject({
      code: 'REQUEST_TOO_LARGE',
    })
    expect(given).toBeLessThan(20)
  })
})
