export { createRetention, type Retention, type RetentionRun, readRetentionRun } from './retention/create-retention.js'
export { createSecretBox, type SecretBox } from './secrets/create-secret-box.js'
export {
  createSettingsStore,
  type EffectiveSettings,
  type SettingsStore,
  type StoredKey,
} from './store/create-settings-store.js'
