import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { context, trace } from '@opentelemetry/api'
import { describe, expect, it, onTestFinished } from 'vitest'
import { startTracing } from './start-tracing.js'

interface Exported {
  resourceSpans: {
    resource: { attributes: { key: string; value: { stringValue?: string } }[] }
    scopeSpans: { spans: { name: string; spanId: string; parentSpanId?: string }[] }[]
  }[]
}

async function createCollector() {
  const received: { url: string; body: Exported }[] = []
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const piece of request) body += piece
    received.push({ url: request.url ?? '', body: JSON.parse(body) })
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    return new Promise<void>((resolve) => server.close(() => resolve()))
  })
  return { endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, received }
}

describe('startTracing', () => {
  it('sends spans with their parents to the collector', async () => {
    const { endpoint, received } = await createCollector()
    const tracing = startTracing({ endpoint: `${endpoint}/`, serviceName: 'shutten-test' })
    const tracer = trace.getTracer('test')
    const outer = tracer.startSpan('outer')
    await context.with(trace.setSpan(context.active(), outer), async () => {
      await Promise.resolve()
      tracer.startSpan('inner').end()
    })
    outer.end()
    await tracing.stop()

    expect(received.map(({ url }) => url)).toEqual(['/v1/traces'])
    const [sent] = received[0]?.body.resourceSpans ?? []
    expect(sent?.resource.attributes).toContainEqual({ key: 'service.name', value: { stringValue: 'shutten-test' } })
    const spans = sent?.scopeSpans.flatMap((scope) => scope.spans) ?? []
    const named = (name: string) => spans.find((span) => span.name === name)
    expect(named('inner')?.parentSpanId).toBe(named('outer')?.spanId)
  })

  it('ends without a collector', async () => {
    const tracing = startTracing({ endpoint: 'http://127.0.0.1:9', serviceName: 'shutten-test' })
    trace.getTracer('test').startSpan('lost').end()
    await expect(tracing.stop()).resolves.toBeUndefined()
  })
})
