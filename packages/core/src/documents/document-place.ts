/**
 * Where something stands in its source, as a person would say it. Numbers begin at 1. `row` is the number that a
 * spreadsheet shows beside the row; the column names of a CSV file are row 1.
 */
export type DocumentPlace = { page: number } | { slide: number } | { sheet: string; row: number } | { row: number }
