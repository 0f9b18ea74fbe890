-- AlterTable
ALTER TABLE "JobItem" ADD COLUMN "visit" JSONB;

-- CreateTable
CREATE TABLE "Source" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "definition" JSONB NOT NULL,
    "enabled" BOOLEAN NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "nextRunAt" DATETIME,
    "lastRunAt" DATETIME,
    "lastJobId" TEXT,
    "validators" JSONB
);

-- CreateTable
CREATE TABLE "SourceItem" (
    "sourceId" TEXT NOT NULL,
    "uri" TEXT NOT NULL,
    "contentHash" TEXT NOT NULL,
    "revision" TEXT,
    "validators" JSONB,
    "origin" TEXT NOT NULL,
    "checkedAt" TEXT NOT NULL,
    "became" TEXT NOT NULL,
    "documentId" TEXT,
    "description" TEXT NOT NULL,

    PRIMARY KEY ("sourceId", "uri"),
    CONSTRAINT "SourceItem_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "Source_name_key" ON "Source"("name");

-- CreateIndex
CREATE INDEX "Source_enabled_nextRunAt_idx" ON "Source"("enabled", "nextRunAt");

-- CreateIndex
CREATE INDEX "SourceItem_uri_idx" ON "SourceItem"("uri");

-- CreateIndex
CREATE INDEX "SourceItem_documentId_idx" ON "SourceItem"("documentId");
