-- AlterTable
ALTER TABLE "Conversation" ADD COLUMN "foldedTitle" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Conversation" ADD COLUMN "pinnedAt" DATETIME;

-- AlterTable
ALTER TABLE "Turn" ADD COLUMN "id" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Turn" ADD COLUMN "filters" JSONB;
ALTER TABLE "Turn" ADD COLUMN "folded" TEXT NOT NULL DEFAULT '';
UPDATE "Turn" SET "id" = lower(hex(randomblob(10)));

-- CreateTable
CREATE TABLE "Feedback" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "conversationId" TEXT NOT NULL,
    "turnId" TEXT NOT NULL,
    "citation" INTEGER NOT NULL,
    "verdict" TEXT NOT NULL,
    "reason" TEXT,
    "comment" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "answer" JSONB NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "Feedback_conversationId_fkey" FOREIGN KEY ("conversationId") REFERENCES "Conversation" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Share" (
    "token" TEXT NOT NULL PRIMARY KEY,
    "conversationId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "turns" JSONB NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "Share_conversationId_fkey" FOREIGN KEY ("conversationId") REFERENCES "Conversation" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "Turn_id_key" ON "Turn"("id");

-- CreateIndex
CREATE UNIQUE INDEX "Feedback_turnId_citation_key" ON "Feedback"("turnId", "citation");

-- CreateIndex
CREATE INDEX "Feedback_conversationId_idx" ON "Feedback"("conversationId");

-- CreateIndex
CREATE INDEX "Feedback_updatedAt_idx" ON "Feedback"("updatedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Share_conversationId_key" ON "Share"("conversationId");
