import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { GenerationDifferences } from '@/components/admin/generations/generation-difference'
import { GenerationList } from '@/components/admin/generations/generation-list'
import { JobsList } from '@/components/admin/jobs-list'
import { requirePrincipal } from '@/server/auth/require-principal'
import { getServer } from '@/server/get-server'
import { describeJob } from '@/server/http/describe-job'

/** Jobs that are looked through for those that switched the index. */
const jobsLooked = 100
const switchesShown = 20

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin'))('generations.page') }
}

/** What serves and what can serve again, how they differ, and which jobs switched the index. */
export default async function GenerationsPage() {
  const { role } = await requirePrincipal('/admin/generations')
  const [server, t] = await Promise.all([getServer(), getTranslations('admin.generations')])
  const [generations, done] = await Promise.all([
    server.listGenerations(),
    server.jobs.list({ limit: jobsLooked, statuses: ['succeeded'] }),
  ])
  const serving = generations.find(({ isServing }) => isServing)
  const [before] = generations.filter(({ isServing }) => !isServing)
  const difference =
    serving && before ? await server.generationHistory.compare({ from: before.id, to: serving.id }) : null
  // A job that changed nothing names the generation that it found.
  const switches = done.filter(
    ({ result }, i) => result && result.generation !== null && result.generation !== done[i + 1]?.result?.generation,
  )
  return (
    <>
      <h1 className="text-title">{t('page')}</h1>
      <p className="mt-1 mb-8 max-w-measure text-small text-ink-2">{t('lead')}</p>
      <GenerationList generations={generations} canRollBack={role === 'admin'} />
      {generations.some(({ isServing }) => !isServing) ? null : (
        <p className="mt-6 max-w-measure text-small text-ink-2">{t('none')}</p>
      )}
      {difference ? <GenerationDifferences difference={difference} /> : null}
      <section aria-labelledby="switches-title" className="mt-12">
        <h2 id="switches-title" className="mb-4 text-entry">
          {t('switches')}
        </h2>
        <JobsList jobs={switches.slice(0, switchesShown).map(describeJob)} />
      </section>
    </>
  )
}
