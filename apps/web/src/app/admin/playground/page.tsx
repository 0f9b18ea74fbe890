import type { Exploration } from '@shutten/retrieval'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ApiError } from '@/components/admin/call-api'
import { ErrorNotice } from '@/components/admin/error-notice'
import { ComparisonTable } from '@/components/admin/playground/comparison-table'
import { GateView } from '@/components/admin/playground/gate-view'
import { PlaygroundForm } from '@/components/admin/playground/playground-form'
import {
  type PlaygroundSettings,
  playgroundHref,
  readPlayground,
  toExploreOptions,
} from '@/components/admin/playground/playground-settings'
import { SaveGolden } from '@/components/admin/playground/save-golden'
import { TraceTable } from '@/components/admin/playground/trace-table'
import { requirePrincipal } from '@/server/auth/require-principal'
import { getServer } from '@/server/get-server'
import { toPublicError } from '@/server/http/to-public-error'
import type { ShuttenServer } from '@/server/shutten-server'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin'))('playground.title') }
}

/** A query tried: what each stage of the search makes of it, and what the gate says; of two configurations side by side. */
export default async function PlaygroundPage(props: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const playground = readPlayground(await props.searchParams)
  await requirePrincipal(playgroundHref(playground))
  const [server, t] = await Promise.all([getServer(), getTranslations('admin.playground')])
  const { query, a, b } = playground
  const generations = await server.listGenerations()
  const [left, right] = query
    ? [await explore({ server, query, settings: a }), b && (await explore({ server, query, settings: b }))]
    : [null, null]
  return (
    <>
      <h1 className="text-title">{t('title')}</h1>
      <p className="mt-1 mb-6 max-w-measure text-small text-ink-2">{t('lead')}</p>
      <PlaygroundForm playground={playground} generations={generations} />
      {left ? (
        <div className={`mt-10 grid gap-x-14 gap-y-10 ${right ? 'lg:grid-cols-2' : ''}`}>
          <Outcome outcome={left} name={right ? t('sideA') : null} />
          {right ? <Outcome outcome={right} name={t('sideB')} /> : null}
        </div>
      ) : null}
      {left?.exploration ? <SaveGolden query={query} exploration={left.exploration} /> : null}
      {left?.exploration && right?.exploration ? (
        <>
          <ComparisonTable a={left.exploration} b={right.exploration} />
          {[left.exploration, right.exploration].map((exploration, i) => (
            <details key={i === 0 ? 'a' : 'b'} className="mt-6">
              <summary className="inline-flex min-h-11 items-center text-small underline underline-offset-4">
                {t('traceOf', { side: t(i === 0 ? 'sideA' : 'sideB') })}
              </summary>
              <TraceTable exploration={exploration} name={t('traceOf', { side: t(i === 0 ? 'sideA' : 'sideB') })} />
            </details>
          ))}
        </>
      ) : left?.exploration ? (
        <section aria-labelledby="trace-title" className="mt-12">
          <h2 id="trace-title" className="text-entry">
            {t('trace')}
          </h2>
          <TraceTable exploration={left.exploration} name={t('traceTable')} />
        </section>
      ) : null}
    </>
  )
}

type Outcome = { exploration: Exploration; error?: undefined } | { exploration?: undefined; error: ApiError }

/** What is asked wrongly, or not to be had, is told in its place: the other side stays. */
async function explore(options: {
  server: Pick<ShuttenServer, 'explore'>
  query: string
  settings: PlaygroundSettings
}): Promise<Outcome> {
  try {
    return { exploration: await options.server.explore(toExploreOptions(options)) }
  } catch (error) {
    return { error: toPublicError(error) }
  }
}

function Outcome({ outcome, name }: { outcome: Outcome; name: string | null }) {
  return outcome.exploration ? (
    <GateView exploration={outcome.exploration} name={name} />
  ) : (
    <div>
      {name ? <h2 className="mb-2 text-entry text-ink-2">{name}</h2> : null}
      <ErrorNotice error={outcome.error} live={false} />
    </div>
  )
}
