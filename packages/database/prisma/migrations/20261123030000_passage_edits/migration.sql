-- AlterTable
ALTER TABLE "DocumentVersion" ADD COLUMN "sourceVersionId" TEXT;

-- CreateTable
CREATE TABLE "VersionEdit" (
    "versionId" TEXT NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "editId" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "original" TEXT NOT NULL,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("versionId", "start"),
    CONSTRAINT "VersionEdit_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "DocumentVersion" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PassageEdit" (
    "sequence" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "id" TEXT NOT NULL,
    "documentId" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "original" TEXT NOT NULL,
    "start" INTEGER NOT NULL,
    "occurrence" INTEGER NOT NULL,
    "occurrences" INTEGER NOT NULL,
    "lead" TEXT NOT NULL,
    "trail" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL
);

-- CreateIndex
CREATE INDEX "DocumentVersion_sourceVersionId_idx" ON "DocumentVersion"("sourceVersionId");

-- CreateIndex
CREATE UNIQUE INDEX "PassageEdit_id_key" ON "PassageEdit"("id");

-- CreateIndex
CREATE INDEX "PassageEdit_documentId_idx" ON "PassageEdit"("documentId");
