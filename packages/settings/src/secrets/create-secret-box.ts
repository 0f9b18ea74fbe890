import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { ShuttenError } from '@shutten/core'
import { readSecret } from './read-secret.js'

/** Keeps what must be told again, such as the key of a service, unreadable in the records. */
export interface SecretBox {
  /**
   * @param options.context what it is for; it opens only as that.
   * Errors: DATA_FOLDER_UNWRITABLE.
   */
  seal(options: { text: string; context: string }): Promise<string>
  /** Errors: SETTINGS_INVALID, for what another secret has sealed, for something else, or what was changed since; DATA_FOLDER_UNWRITABLE. */
  open(options: { sealed: string; context: string }): Promise<string>
}

const version = 'v1'
const purpose = 'shutten stored keys'
const saltBytes = 16
/** NIST SP 800-38D, 8.2: what GCM is made for. */
const nonceBytes = 12
const tagBytes = 16

/**
 * AES-256-GCM, with a key of its own for every text, derived by HKDF (RFC 5869, SHA-256) from the secret: no nonce is ever
 * used twice with one key.
 *
 * @param options.file holds the secret; made with the first text that is sealed
 * @param options.secret in place of the file
 */
export function createSecretBox(options: { file: string; secret: string | null }): SecretBox {
  const { file, secret } = options
  const getSecret = () => (secret === null ? readSecret(file) : Promise.resolve(Buffer.from(secret, 'utf8')))
  const derive = async (salt: Buffer) => Buffer.from(hkdfSync('sha256', await getSecret(), salt, purpose, 32))

  return {
    async seal({ text, context }) {
      const salt = randomBytes(saltBytes)
      const nonce = randomBytes(nonceBytes)
      const cipher = createCipheriv('aes-256-gcm', await derive(salt), nonce, { authTagLength: tagBytes })
      cipher.setAAD(Buffer.from(context, 'utf8'))
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return [version, ...[salt, nonce, cipher.getAuthTag(), sealed].map((part) => part.toString('base64url'))].join(
        '.',
      )
    },
    async open({ sealed, context }) {
      const [form, ...parts] = sealed.split('.')
      const [salt, nonce, tag, text] = parts.map((part) => Buffer.from(part, 'base64url'))
      if (form !== version || !salt || nonce?.length !== nonceBytes || tag?.length !== tagBytes || !text)
        throw unreadable()
      const key = await derive(salt)
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes })
        decipher.setAAD(Buffer.from(context, 'utf8'))
        decipher.setAuthTag(tag)
        return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8')
      } catch (cause) {
        throw unreadable(cause)
      }
    },
  }
}

function unreadable(cause?: unknown): ShuttenError {
  return new ShuttenError({
    code: 'SETTINGS_INVALID',
    message: 'A stored key cannot be read: the secret it was encrypted by is another one.',
    suggestion: 'Enter the key again under /admin/settings, or put secret.key or SHUTTEN_SECRET back as it was.',
    ...(cause !== undefined && { cause }),
  })
}
