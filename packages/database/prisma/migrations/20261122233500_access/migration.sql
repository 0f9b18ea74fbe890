-- AlterTable
ALTER TABLE "Account" ADD COLUMN "disabledAt" DATETIME;
ALTER TABLE "Account" ADD COLUMN "lastSignInAt" DATETIME;

-- AlterTable
ALTER TABLE "Session" ADD COLUMN "id" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Session" ADD COLUMN "lastSeenAt" DATETIME;
ALTER TABLE "Session" ADD COLUMN "userAgent" TEXT;
ALTER TABLE "Session" ADD COLUMN "address" TEXT;
UPDATE "Session" SET "id" = lower(hex(randomblob(10)));

-- AlterTable
ALTER TABLE "ApiKey" ADD COLUMN "scopes" JSONB NOT NULL DEFAULT '[]';
ALTER TABLE "ApiKey" ADD COLUMN "prefix" TEXT NOT NULL DEFAULT '';
ALTER TABLE "ApiKey" ADD COLUMN "expiresAt" DATETIME;
ALTER TABLE "ApiKey" ADD COLUMN "lastUsedAt" DATETIME;
ALTER TABLE "ApiKey" ADD COLUMN "createdBy" TEXT;
UPDATE "ApiKey" SET "scopes" = CASE "role"
  WHEN 'admin' THEN '["admin"]'
  WHEN 'editor' THEN '["ask","documents","jobs"]'
  ELSE '["ask"]'
END;
ALTER TABLE "ApiKey" DROP COLUMN "role";

-- CreateTable
CREATE TABLE "AuditEntry" (
    "sequence" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "at" DATETIME NOT NULL,
    "actorKind" TEXT NOT NULL,
    "actorId" TEXT,
    "actorName" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "target" TEXT,
    "details" JSONB,
    "address" TEXT
);

-- CreateIndex
CREATE UNIQUE INDEX "Session_id_key" ON "Session"("id");

-- CreateIndex
CREATE INDEX "AuditEntry_at_idx" ON "AuditEntry"("at");

-- CreateIndex
CREATE INDEX "AuditEntry_action_sequence_idx" ON "AuditEntry"("action", "sequence");

-- CreateIndex
CREATE INDEX "AuditEntry_actorName_sequence_idx" ON "AuditEntry"("actorName", "sequence");
