-- AlterTable
ALTER TABLE "Quarantine" ADD COLUMN "kinds" TEXT NOT NULL DEFAULT '';

-- What is held already.
UPDATE "Quarantine" SET "kinds" = ',' || coalesce(
    (SELECT group_concat(DISTINCT f."value" ->> 'kind') FROM json_each("Quarantine"."findings") AS f), '') || ',';

-- DropIndex
DROP INDEX "Quarantine_status_createdAt_idx";

-- CreateIndex
CREATE INDEX "Quarantine_status_createdAt_kinds_idx" ON "Quarantine"("status", "createdAt", "kinds");

-- CreateIndex
CREATE INDEX "Quarantine_createdAt_kinds_idx" ON "Quarantine"("createdAt", "kinds");
