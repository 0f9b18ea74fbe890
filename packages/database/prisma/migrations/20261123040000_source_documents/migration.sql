-- CreateIndex
CREATE INDEX "SourceItem_sourceId_documentId_idx" ON "SourceItem"("sourceId", "documentId");
