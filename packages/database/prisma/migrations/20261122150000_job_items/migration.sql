-- AlterTable
ALTER TABLE "Job" ADD COLUMN "base" TEXT;
ALTER TABLE "Job" ADD COLUMN "begunAt" DATETIME;

-- CreateTable
CREATE TABLE "JobItem" (
    "jobId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "uri" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "outcome" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "nextAttemptAt" DATETIME,
    "error" JSONB,
    "staged" JSONB,
    "payload" JSONB,

    PRIMARY KEY ("jobId", "position"),
    CONSTRAINT "JobItem_jobId_fkey" FOREIGN KEY ("jobId") REFERENCES "Job" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "JobItem_jobId_status_position_idx" ON "JobItem"("jobId", "status", "position");

-- Texts that jobs carried in their request become items of theirs.
INSERT INTO "JobItem" ("jobId", "position", "uri", "action", "status", "attempts", "payload")
SELECT j."id", d.key, json_extract(d.value, '$.uri'), 'read',
    CASE WHEN j."status" IN ('queued', 'running') THEN 'waiting' ELSE 'done' END, 0,
    CASE WHEN j."status" IN ('queued', 'running') THEN d.value END
FROM "Job" j, json_each(j."request", '$.documents') d
WHERE json_extract(j."request", '$.kind') = 'ingest-texts';
UPDATE "Job" SET "request" = json_object('kind', 'ingest-texts', 'documents', (
    SELECT json_group_array(json_object('uri', json_extract(d.value, '$.uri'), 'title', json_extract(d.value, '$.title')))
    FROM json_each("Job"."request", '$.documents') d))
WHERE json_extract("request", '$.kind') = 'ingest-texts';
