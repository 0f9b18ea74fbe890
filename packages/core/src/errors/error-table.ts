/**
 * The one table that maps an error code to its HTTP status and its exit status.
 * Codes are stable: scripts and clients branch on them. Exit statuses follow sysexits(3) where one fits.
 */
export const errorTable = {
  // What was asked for is not well formed.
  INPUT_INVALID: { httpStatus: 400, exitStatus: 64 },
  REQUEST_TOO_LARGE: { httpStatus: 413, exitStatus: 64 },
  METHOD_NOT_ALLOWED: { httpStatus: 405, exitStatus: 64 },
  QUESTION_EMPTY: { httpStatus: 400, exitStatus: 64 },
  QUESTION_TOO_LONG: { httpStatus: 413, exitStatus: 64 },
  FILTER_INVALID: { httpStatus: 400, exitStatus: 64 },
  CONFIGURATION_INVALID: { httpStatus: 500, exitStatus: 78 },
  // Sources.
  SOURCE_NOT_FOUND: { httpStatus: 404, exitStatus: 66 },
  SOURCE_UNREADABLE: { httpStatus: 422, exitStatus: 66 },
  SOURCE_EMPTY: { httpStatus: 422, exitStatus: 65 },
  SOURCE_BINARY: { httpStatus: 415, exitStatus: 65 },
  SOURCE_ENCODING: { httpStatus: 422, exitStatus: 65 },
  SOURCE_TYPE_UNSUPPORTED: { httpStatus: 415, exitStatus: 65 },
  SOURCE_TOO_LARGE: { httpStatus: 413, exitStatus: 65 },
  SOURCE_ENCRYPTED: { httpStatus: 422, exitStatus: 65 },
  SOURCE_SCANNED: { httpStatus: 422, exitStatus: 65 },
  SOURCE_UNPACKED_TOO_LARGE: { httpStatus: 413, exitStatus: 65 },
  SOURCE_NESTED_TOO_DEEP: { httpStatus: 422, exitStatus: 65 },
  SOURCE_PATH_UNSAFE: { httpStatus: 422, exitStatus: 65 },
  SOURCE_FETCH_FAILED: { httpStatus: 502, exitStatus: 69 },
  SOURCE_FETCH_REFUSED: { httpStatus: 403, exitStatus: 77 },
  SOURCE_ROBOTS_REFUSED: { httpStatus: 403, exitStatus: 77 },
  SOURCE_RATE_LIMITED: { httpStatus: 503, exitStatus: 75 },
  SOURCE_TYPE_MISMATCH: { httpStatus: 415, exitStatus: 65 },
  SOURCE_LISTING_INVALID: { httpStatus: 422, exitStatus: 65 },
  SOURCE_LISTING_TOO_LONG: { httpStatus: 413, exitStatus: 65 },
  SOURCE_QUARANTINED: { httpStatus: 422, exitStatus: 65 },
  FOLDER_NOTHING_READABLE: { httpStatus: 422, exitStatus: 65 },
  INGEST_INCOMPLETE: { httpStatus: 422, exitStatus: 1 },
  // The definitions of sources.
  SOURCE_DEFINITION_INVALID: { httpStatus: 400, exitStatus: 64 },
  SCHEDULE_INVALID: { httpStatus: 400, exitStatus: 64 },
  TIME_ZONE_UNKNOWN: { httpStatus: 400, exitStatus: 64 },
  PATTERN_INVALID: { httpStatus: 400, exitStatus: 64 },
  // Records.
  DOCUMENT_NOT_FOUND: { httpStatus: 404, exitStatus: 66 },
  CONVERSATION_NOT_FOUND: { httpStatus: 404, exitStatus: 66 },
  CONVERSATION_CHANGED: { httpStatus: 409, exitStatus: 75 },
  TURN_NOT_FOUND: { httpStatus: 404, exitStatus: 66 },
  JOB_NOT_FOUND: { httpStatus: 404, exitStatus: 66 },
  JOB_STATE: { httpStatus: 409, exitStatus: 65 },
  JOB_FAILED: { httpStatus: 500, exitStatus: 1 },
  // The index.
  INDEX_EMPTY: { httpStatus: 409, exitStatus: 65 },
  INDEX_DAMAGED: { httpStatus: 500, exitStatus: 74 },
  GENERATION_NOT_FOUND: { httpStatus: 503, exitStatus: 74 },
  EMBEDDER_MISMATCH: { httpStatus: 503, exitStatus: 78 },
  VECTOR_DIMENSION_MISMATCH: { httpStatus: 500, exitStatus: 65 },
  // Models.
  MODEL_FILE_DAMAGED: { httpStatus: 500, exitStatus: 74 },
  MODEL_FAILED: { httpStatus: 500, exitStatus: 70 },
  LLM_UNAVAILABLE: { httpStatus: 502, exitStatus: 69 },
  LLM_INTERRUPTED: { httpStatus: 502, exitStatus: 69 },
  SENTENCE_UNSUPPORTED: { httpStatus: 502, exitStatus: 69 },
  PART_NOT_FOUND: { httpStatus: 404, exitStatus: 1 },
  SENTENCE_WITHHELD: { httpStatus: 502, exitStatus: 69 },
  RERANKER_UNAVAILABLE: { httpStatus: 502, exitStatus: 69 },
  // The data folder and the database.
  DATA_FOLDER_UNWRITABLE: { httpStatus: 500, exitStatus: 73 },
  DATABASE_DAMAGED: { httpStatus: 500, exitStatus: 74 },
  DATABASE_FAILED: { httpStatus: 500, exitStatus: 74 },
  DATABASE_BUSY: { httpStatus: 503, exitStatus: 75 },
  DATABASE_VERSION_UNKNOWN: { httpStatus: 500, exitStatus: 78 },
  DISK_FULL: { httpStatus: 507, exitStatus: 74 },
  // Datasets and the runs of evaluations.
  DATASET_INVALID: { httpStatus: 400, exitStatus: 65 },
  REPORT_INVALID: { httpStatus: 400, exitStatus: 65 },
  RUN_NOT_FOUND: { httpStatus: 404, exitStatus: 66 },
  OUTPUT_UNWRITABLE: { httpStatus: 500, exitStatus: 73 },
  // The server and who may do what.
  PORT_IN_USE: { httpStatus: 500, exitStatus: 69 },
  UNAUTHENTICATED: { httpStatus: 401, exitStatus: 77 },
  FORBIDDEN: { httpStatus: 403, exitStatus: 77 },
  RATE_LIMITED: { httpStatus: 429, exitStatus: 75 },
  NOT_FOUND: { httpStatus: 404, exitStatus: 66 },
  CANCELLED: { httpStatus: 499, exitStatus: 130 },
  TIMED_OUT: { httpStatus: 504, exitStatus: 75 },
  INTERNAL: { httpStatus: 500, exitStatus: 70 },
} as const satisfies Record<string, { httpStatus: number; exitStatus: number }>

export type ErrorCode = keyof typeof errorTable
