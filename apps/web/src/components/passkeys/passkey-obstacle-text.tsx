import { useTranslations } from 'next-intl'
import type { PasskeyObstacle } from './find-passkey-obstacle'

/** What is in the way, and where there is a way around it. */
export function PasskeyObstacleText({ obstacle }: { obstacle: PasskeyObstacle }) {
  const t = useTranslations('signIn.passkey')
  const { port, hostname, pathname } = window.location
  const isHere = hostname.startsWith('127.') || hostname === '[::1]'
  const local = `http://localhost${port ? `:${port}` : ''}${pathname}`
  return (
    <>
      {t(`obstacle.${obstacle}`)}
      {obstacle === 'address' && isHere ? (
        <>
          {' '}
          <a href={local} className="underline underline-offset-4">
            {t('openLocal', { address: local })}
          </a>
        </>
      ) : null}
    </>
  )
}
