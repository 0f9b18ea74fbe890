-- CreateTable
CREATE TABLE "Quarantine" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "uri" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "textHash" TEXT NOT NULL,
    "findings" JSONB NOT NULL,
    "status" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "decidedAt" DATETIME
);

-- CreateIndex
CREATE UNIQUE INDEX "Quarantine_uri_key" ON "Quarantine"("uri");

-- CreateIndex
CREATE INDEX "Quarantine_status_createdAt_idx" ON "Quarantine"("status", "createdAt");
