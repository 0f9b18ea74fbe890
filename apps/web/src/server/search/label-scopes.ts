import { getTranslations } from 'next-intl/server'
import type { LabelledScopes } from '@/chat/labelled-scopes'
import { nameSource } from '@/chat/scope'
import type { ShuttenServer } from '../shutten-server'

/**
 * What questions can be narrowed to, in the page's words. They are set here: a browser that loads its number formats for them
 * is busy for longer than with all the rest of the first page.
 */
export async function labelScopes(options: { server: Pick<ShuttenServer, 'scopes'> }): Promise<LabelledScopes> {
  const [{ tags, sources }, t] = await Promise.all([options.server.scopes(), getTranslations('chat.scope')])
  return {
    tags: tags.map(({ tag, documents }) => ({ tag, label: t('counted', { name: tag, documents }) })),
    sources: sources.map(({ uri, documents, name = nameSource(uri), kind }) => ({
      uri,
      name,
      label: kind ? t('countedKind', { name, kind: t(`kind.${kind}`), documents }) : t('counted', { name, documents }),
    })),
  }
}
