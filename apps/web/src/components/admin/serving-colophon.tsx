import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { ServerStatus } from '@/server/shutten-server'

/** What serves now, set like the colophon at the end of a book. */
export function ServingColophon({ status }: { status: ServerStatus }) {
  const t = useTranslations('admin.serving')
  const format = useFormatter()
  return (
    <section aria-labelledby="serving-title">
      <h2 id="serving-title" className="text-entry">
        {t('title')}
      </h2>
      {status.generation === null ? (
        <div className="mt-4 border-y-2 border-ink py-5">
          <p className="font-bold">{t('emptyTitle')}</p>
          <p className="text-small text-ink-2">{t('emptyText')}</p>
          <Link href="/admin/documents" prefetch={false} className="button button-primary mt-4">
            {t('add')}
          </Link>
        </div>
      ) : (
        <dl className="admin-colophon mt-4">
          <Row name={t('documents')}>
            <Link href="/admin/documents" prefetch={false} className="underline underline-offset-4">
              {t('documentsValue', { count: status.documents })}
            </Link>
          </Row>
          <Row name={t('passages')}>
            {t('passagesValue', { count: status.passages })}
            {status.linked > 0 ? (
              <span className="text-ink-2"> {t('linkedValue', { count: status.linked })}</span>
            ) : null}
          </Row>
          {status.servedAt ? (
            <Row name={t('since')}>
              <time dateTime={status.servedAt}>
                {format.dateTime(new Date(status.servedAt), { dateStyle: 'long', timeStyle: 'short' })}
              </time>{' '}
              <span className="text-ink-2">
                {t('age', { age: format.relativeTime(new Date(status.servedAt), new Date()) })}
              </span>
            </Row>
          ) : null}
          <Row name={t('generator')}>{status.generator === 'extractive' ? t('extractive') : status.generator}</Row>
          <Row name={t('embedder')} code>
            {status.embedder}
          </Row>
          <Row name={t('reranker')} code={status.reranker !== null}>
            {status.reranker ?? t('none')}
          </Row>
          <Row name={t('generation')} code>
            {status.generation}
          </Row>
        </dl>
      )}
    </section>
  )
}

function Row({ name, code = false, children }: { name: string; code?: boolean; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className={code ? 'font-mono text-note' : undefined}>{children}</dd>
    </div>
  )
}
