import type { SettingsRepository } from '@shutten/core'

const key = 'anonymousChat'

/** Whether anybody may ask; where not, one signs in first. On until an admin turns it off. */
export async function readAnonymousChat(settings: SettingsRepository): Promise<boolean> {
  return (await settings.find(key)) !== 'off'
}

export async function saveAnonymousChat(settings: SettingsRepository, isOn: boolean): Promise<void> {
  await settings.save(key, isOn ? 'on' : 'off')
}
