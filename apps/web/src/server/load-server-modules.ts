/**
 * The workspace packages that open native addons, start worker threads or read files beside themselves.
 *
 * They are imported by Node at run time, from node_modules, never bundled: a bundled copy looks for its addon and its
 * thread's file inside `.next`. `serverExternalPackages` does not help here, since Next tells externals by a path
 * inside node_modules, and the symlink of a workspace package resolves to `packages/…`. `turbopackIgnore` leaves the
 * import as written; Node then finds the package from `.next/server` upwards, in `apps/web/node_modules`.
 *
 * Every other file takes these packages from here, or imports only their types.
 */
export async function loadServerModules() {
  const [
    database,
    embeddingModel,
    embeddings,
    evaluation,
    generations,
    lexicalIndex,
    onnx,
    reader,
    readerModel,
    rerankers,
    retrieval,
    settings,
    sources,
    text,
    vectorIndex,
  ] = await Promise.all([
    import(/* turbopackIgnore: true */ '@shutten/database'),
    import(/* turbopackIgnore: true */ '@shutten/embedding-model'),
    import(/* turbopackIgnore: true */ '@shutten/embeddings'),
    import(/* turbopackIgnore: true */ '@shutten/evaluation'),
    import(/* turbopackIgnore: true */ '@shutten/generations'),
    import(/* turbopackIgnore: true */ '@shutten/lexical-index'),
    import(/* turbopackIgnore: true */ '@shutten/onnx'),
    import(/* turbopackIgnore: true */ '@shutten/reader'),
    import(/* turbopackIgnore: true */ '@shutten/reader-model'),
    import(/* turbopackIgnore: true */ '@shutten/rerankers'),
    import(/* turbopackIgnore: true */ '@shutten/retrieval'),
    import(/* turbopackIgnore: true */ '@shutten/settings'),
    import(/* turbopackIgnore: true */ '@shutten/ingestion/sources'),
    import(/* turbopackIgnore: true */ '@shutten/text'),
    import(/* turbopackIgnore: true */ '@shutten/vector-index'),
  ])
  return {
    database,
    embeddingModel,
    embeddings,
    evaluation,
    generations,
    lexicalIndex,
    onnx,
    reader,
    readerModel,
    rerankers,
    retrieval,
    settings,
    sources,
    text,
    vectorIndex,
  }
}
