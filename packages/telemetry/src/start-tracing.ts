import { context, trace } from '@opentelemetry/api'
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { resourceFromAttributes } from '@opentelemetry/resources'
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace'

export interface Tracing {
  /** Sends what is left, for two seconds at most: a collector that is gone must not hold up the end of the process. */
  stop(): Promise<void>
}

/** Milliseconds that one sending may take. */
const exportTimeoutMs = 2_000

/**
 * Sends the spans of this process to an OpenTelemetry collector, by OTLP over HTTP in JSON. A collector that does not
 * answer costs spans and nothing else. The exporter heeds OTEL_EXPORTER_OTLP_HEADERS.
 *
 * @param options.endpoint base address of the collector, as OTEL_EXPORTER_OTLP_ENDPOINT names it; `/v1/traces` is added
 */
export function startTracing(options: { endpoint: string; serviceName: string }): Tracing {
  const { endpoint, serviceName } = options
  const exporter = new OTLPTraceExporter({
    url: `${endpoint.replace(/\/+$/, '')}/v1/traces`,
    timeoutMillis: exportTimeoutMs,
  })
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': serviceName }),
    spanProcessors: [new BatchSpanProcessor({ exporter, exportTimeoutMillis: exportTimeoutMs })],
  })
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable())
  trace.setGlobalTracerProvider(provider)
  return {
    async stop() {
      await provider.shutdown().catch(() => {})
      trace.disable()
      context.disable()
    },
  }
}
