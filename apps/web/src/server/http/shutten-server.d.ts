import type { AuditLog } from '../audit/create-audit-log'
import type { AskLimits } from '../auth/create-ask-limits'
import '../shutten-server'

/** What the admin's side needs of the server beyond the reader's side. */
declare module '../shutten-server' {
  interface ShuttenServer {
    /** Absolute path of the folder that uploaded files are kept in: `uploads` of the data folder. Made when missing. */
    uploadsFolder: string
    audit: AuditLog
    askLimits: AskLimits
    /** Name of the account whose password the environment sets; null where it sets none. */
    fixedAccount: string | null
  }
  interface ServerStatus {
    /** ISO 8601, UTC: since when the generation serves. Null before anything was indexed. */
    servedAt: string | null
  }
}
