interface Finding {
  start: number
  end: number
}

export interface FindingSegment {
  start: number
  end: number
  /** Indexes of the findings that it is part of; empty for the text between them. */
  findings: number[]
}

/** Cuts [start, end) where findings begin and end; they may overlap. The segments, in order, cover it exactly. */
export function markFindings(options: { start: number; end: number; findings: readonly Finding[] }): FindingSegment[] {
  const { start, end, findings } = options
  const edges = findings.flatMap((finding) => [finding.start, finding.end]).filter((edge) => edge > start && edge < end)
  const cuts = [...new Set([start, ...edges, end])].sort((a, b) => a - b)
  return cuts.slice(0, -1).map((from, i) => ({
    start: from,
    end: cuts[i + 1] ?? end,
    findings: findings.flatMap((finding, index) => (from >= finding.start && from < finding.end ? [index] : [])),
  }))
}
