-- AlterTable
ALTER TABLE "Turn" ADD COLUMN "outcome" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Turn" ADD COLUMN "milliseconds" REAL;
ALTER TABLE "Turn" ADD COLUMN "inputTokens" INTEGER;
ALTER TABLE "Turn" ADD COLUMN "outputTokens" INTEGER;
ALTER TABLE "Turn" ADD COLUMN "cost" REAL;

-- What was answered already.
UPDATE "Turn" SET
    "outcome" = CASE WHEN "answer" -> 'withdrawn' IS NOT NULL THEN 'withdrawn' WHEN "answer" -> 'aside' IS NOT NULL THEN 'aside' ELSE coalesce("answer" ->> 'status', '') END,
    "milliseconds" = CASE WHEN "answer" -> 'cached' IS NULL THEN "answer" ->> '$.timings.total' END,
    "inputTokens" = "answer" ->> '$.usage.inputTokens',
    "outputTokens" = "answer" ->> '$.usage.outputTokens',
    "cost" = "answer" ->> '$.usage.cost';

-- CreateIndex
CREATE INDEX "Turn_createdAt_outcome_milliseconds_inputTokens_outputTokens_cost_idx" ON "Turn"("createdAt", "outcome", "milliseconds", "inputTokens", "outputTokens", "cost");
