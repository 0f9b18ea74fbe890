-- CreateTable
CREATE TABLE "Exclusion" (
    "sequence" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "id" TEXT NOT NULL,
    "documentId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "start" INTEGER NOT NULL,
    "by" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateIndex
CREATE UNIQUE INDEX "Exclusion_id_key" ON "Exclusion"("id");

-- CreateIndex
CREATE INDEX "Exclusion_documentId_idx" ON "Exclusion"("documentId");
