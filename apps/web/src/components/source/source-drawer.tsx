'use client'

import { Drawer } from '@base-ui/react/drawer'
import { useTranslations } from 'next-intl'
import { Icon } from '../ui/icon'
import type { SourceControls } from './source-context'
import { SourceView } from './source-view'

/** The source as a sheet over the chat, on a narrow screen; a swipe down closes it. */
export function SourceDrawer({ controls }: { controls: SourceControls }) {
  const t = useTranslations('source')
  const { opened, open, close } = controls
  return (
    <Drawer.Root open={opened !== null} onOpenChange={(isOpen) => (isOpen ? undefined : close())}>
      <Drawer.Portal>
        <Drawer.Backdrop className="drawer-backdrop" />
        <Drawer.Viewport className="drawer-viewport">
          <Drawer.Popup className="drawer-popup">
            <div aria-hidden="true" className="mx-auto mt-2 h-1 w-9 shrink-0 rounded-control bg-edge" />
            <Drawer.Content className="min-h-0 flex-1">
              {opened ? (
                <SourceView
                  source={opened}
                  onMove={(index) => open({ ...opened, index })}
                  renderTitle={(title) => <Drawer.Title className="mb-1 text-lead">{title}</Drawer.Title>}
                  closeButton={
                    <Drawer.Close className="icon-button" aria-label={t('close')}>
                      <Icon name="close" />
                    </Drawer.Close>
                  }
                />
              ) : null}
            </Drawer.Content>
          </Drawer.Popup>
        </Drawer.Viewport>
      </Drawer.Portal>
    </Drawer.Root>
  )
}
