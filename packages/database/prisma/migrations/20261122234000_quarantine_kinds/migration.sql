-- AlterTable
ALTER TABLE "Quarantine" ADD COLUMN "kinds" TEXT NOT NULL DEFAULT '';

-- What is held already.
UPDATE "Quarantine" SET "kinds" = ',' || coalesce(
    (SELECT group_concat(DISTINCT f."value" ->> 'kind') FROM json_each("Quarantine"."findings") AS f), '') || ',';

-- DropIndex
DROP INDEX "Quarantine_status_createdAt_idx";

-- CreateIndex
CREATE INDEX "Quarantine_status_createdAt_id_kinds_title_uri_idx" ON "Quarantine"("status", "createdAt", "id", "kinds", "title", "uri");

-- CreateIndex
CREATE INDEX "Quarantine_createdAt_id_status_kinds_title_uri_idx" ON "Quarantine"("createdAt", "id", "status", "kinds", "title", "uri");
