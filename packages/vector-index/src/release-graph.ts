import type hnswlib from 'hnswlib-node'

/**
 * Gives back the memory of a graph that is done with. hnswlib-node itself frees it only when V8 collects the small object that
 * stands for it, and V8 knows nothing of the megabytes behind that: several copies of an index could pile up during one job. Nor does a write that is under way on its thread hold the graph: this call
 * behind it does, so that nothing is collected in the middle and the file ends early.
 */
export function releaseGraph(index: hnswlib.HierarchicalNSW): void {
  index.initIndex(1)
}
