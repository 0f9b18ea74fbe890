import { type Attributes, type Context, context, SpanStatusCode, trace } from '@opentelemetry/api'
import { isShuttenError } from '@shutten/core'

/**
 * A step of answering as an OpenTelemetry span. Attributes say how many and how sure, never what: no text of a question,
 * a passage or an answer. Without an SDK in the process every call does nothing.
 */
export interface Stage {
  set(attributes: Attributes): void
  /** A step within this one, to be ended by the caller. */
  begin(name: string, attributes?: Attributes): Stage
  /** A step within this one, as long as `work` takes; what `work` calls is traced beneath it. */
  run<T>(name: string, work: (stage: Stage) => Promise<T>): Promise<T>
  /** Calls `work` with this step as the active one, for what traces by itself, as HTTP clients do. */
  activate<T>(work: () => T): T
  /** Marks the step as failed, by the error's code alone: its message may repeat what was asked. */
  fail(error: unknown): void
  end(): void
}

/** @param options.parent the caller's active span unless told */
export function beginStage(options: { name: string; attributes?: Attributes; parent?: Context }): Stage {
  const { name, attributes = {}, parent = context.active() } = options
  const span = trace.getTracer('@shutten/retrieval').startSpan(name, { attributes }, parent)
  const own = trace.setSpan(parent, span)
  const begin: Stage['begin'] = (inner, given) => beginStage({ name: inner, attributes: given, parent: own })
  return {
    begin,
    set: (more) => void span.setAttributes(more),
    async run(inner, work) {
      const stage = begin(inner)
      try {
        return await stage.activate(() => work(stage))
      } catch (error) {
        stage.fail(error)
        throw error
      } finally {
        stage.end()
      }
    },
    activate: (work) => context.with(own, work),
    fail(error) {
      span.setAttribute(
        'error.type',
        isShuttenError(error) ? error.code : error instanceof Error ? error.name : 'Error',
      )
      span.setStatus({ code: SpanStatusCode.ERROR })
    },
    end: () => span.end(),
  }
}
