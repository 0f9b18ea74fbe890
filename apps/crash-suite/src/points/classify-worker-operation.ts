import type { Operation } from './operation.js'
import type { WorkerPhase } from './strike.js'

interface Place {
  /** Phase of the operation before; null: no job is being worked off. */
  before: WorkerPhase | null
  dataFolder: string
  sourcesFolder: string
}
type Choice = WorkerPhase | null | ((before: WorkerPhase) => WorkerPhase | null)

const stay = (before: WorkerPhase) => before
/** Behind the switch, runs are only pruned, and have the words of deleted documents taken out of them. */
const afterSwitch: WorkerPhase[] = ['switch', 'clean-up', 'prove', 'finish']
const measured = (before: WorkerPhase) => (afterSwitch.includes(before) ? before : 'measure')
const untilSwitched = (before: WorkerPhase) => (before === 'verify' || before === 'measure' ? 'measure' : 'switch')

/**
 * Statements that write, in the order in which they are compared. Null: the clock brings them about, not the job's
 * progress, so that counting them would make no run like another.
 */
const statements: [RegExp, Choice][] = [
  [/^UPDATE Job SET (?:progress|status = 'failed', error)/, null],
  [/^UPDATE Job SET (?:base|begunAt)/, 'begin'],
  [/^UPDATE Job SET status/, 'finish'],
  [/^INSERT INTO Lease/, (before) => (before === 'verify' ? 'switch' : null)],
  [/^DELETE FROM Lease/, null],
  [/^\w+ (?:INTO |FROM )?JobItem\b/, (before) => (before === 'finish' ? 'finish' : null)],
  [/^DELETE FROM JobItem\b/, 'begin'],
  [/^INSERT INTO JobItem\b/, 'list'],
  [/^UPDATE JobItem SET attempts/, (before) => (before === 'begin' ? 'list' : 'parse')],
  [/^UPDATE JobItem\b/, (before) => (before === 'list' ? 'list' : 'save')],
  [/^DELETE FROM (?:Generation WHERE id NOT IN|DocumentVersion)/, 'clean-up'],
  [/^(?:INSERT INTO|UPDATE|DELETE FROM) (?:DocumentVersion|Passage|Quarantine)\b/, 'save'],
  [/^(?:INSERT INTO|DELETE FROM) EmbeddingVector\b/, 'embed'],
  [/^(?:INSERT INTO|UPDATE) (?:Candidate|QualityRun|QualityOutcome)\b/, measured],
  [/^DELETE FROM (?:Candidate|QualityRun|QualityOutcome)\b/, stay],
  // What is to be measured is written down first, as new; the switch writes over it.
  [/^INSERT INTO Generation .* ON CONFLICT/, 'switch'],
  [/^(?:(?:INSERT INTO|DELETE FROM) Generation|INSERT INTO GenerationDocument)\b/, untilSwitched],
  [/^(?:INSERT INTO|UPDATE|DELETE FROM) (?:GenerationDocument|Generation|Serving|Document)\b/, 'switch'],
  [/^(?:INSERT INTO|CREATE TABLE) (?:passages|facets)\b/, 'build'],
  [/^PRAGMA wal_checkpoint/, (before) => (before === 'clean-up' || before === 'switch' ? 'clean-up' : null)],
  [/^COMMIT/, stay],
]

/** The phase that an operation of a worker belongs to; null for what is not counted. */
export function classifyWorkerOperation(operation: Operation, place: Place): WorkerPhase | null {
  const { before } = place
  if (operation.kind === 'sql' && /^UPDATE Job SET status = 'running'/.test(operation.sql)) return 'begin'
  if (before === null) return null
  switch (operation.kind) {
    case 'sql':
      return classifyStatement(operation.sql, before)
    case 'model':
      if (before === 'measure') return before
      return before === 'clean-up' || before === 'prove' ? 'prove' : 'embed'
    case 'save-vectors':
      return 'build'
    case 'file':
      return classifyFile(operation, { ...place, before })
    case 'respond':
      return null
  }
}

function classifyStatement(sql: string, before: WorkerPhase): WorkerPhase | null {
  for (const [pattern, choice] of statements) {
    if (!pattern.test(sql)) continue
    const phase = typeof choice === 'function' ? choice(before) : choice
    // The rule for items of a finished job gives way to those behind it.
    if (phase !== null || !pattern.source.includes('JobItem')) return phase
  }
  return null
}

function classifyFile(
  { name, path }: { name: string; path: string },
  { before, dataFolder, sourcesFolder }: Place & { before: WorkerPhase },
): WorkerPhase | null {
  if (path.startsWith(sourcesFolder)) return /^(?:readdir|opendir|realpath|lstat)$/.test(name) ? 'list' : 'parse'
  const generations = `${dataFolder}/generations`
  if (!path.startsWith(generations)) return null
  const removes = name === 'rm' || name === 'unlink'
  if (path.startsWith(`${generations}/.building-`)) return removes && before === 'begin' ? 'begin' : 'build'
  if (removes) return before === 'begin' ? 'begin' : 'clean-up'
  if (before === 'build' && path !== generations) return 'verify'
  // The plan of a build is made from what serves.
  if (before === 'list' || before === 'parse' || before === 'save') return 'embed'
  return before
}
