export { createRetention, type Retention, readRetentionRun } from './retention/create-retention.js'
export { createSecretBox, type SecretBox } from './secrets/create-secret-box.js'
export { createSettingsStore } from './store/create-settings-store.js'
