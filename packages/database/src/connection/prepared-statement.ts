import type Sqlite from 'libsql'

export type PreparedStatement = ReturnType<InstanceType<typeof Sqlite>['prepare']>
