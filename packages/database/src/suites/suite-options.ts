import type { Database } from '../create-database.js'

/** What a behaviour suite needs of a store of records: an empty one, with the clock that is given. */
export interface SuiteOptions {
  open(options?: { clock?: () => Date }): Promise<Database>
}
