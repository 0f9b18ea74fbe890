-- CreateTable
CREATE TABLE "Candidate" (
    "generationId" TEXT NOT NULL PRIMARY KEY,
    "isHeld" BOOLEAN NOT NULL,
    "key" TEXT NOT NULL,
    "base" TEXT,
    "jobId" TEXT NOT NULL,
    "held" JSONB,
    "acceptedBy" TEXT,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Candidate_generationId_fkey" FOREIGN KEY ("generationId") REFERENCES "Generation" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "GoldenQuestion" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "isEnabled" BOOLEAN NOT NULL,
    "question" TEXT NOT NULL,
    "folded" TEXT NOT NULL,
    "language" TEXT,
    "kind" TEXT,
    "expects" TEXT NOT NULL,
    "answers" JSONB NOT NULL,
    "relevant" JSONB NOT NULL,
    "evidence" TEXT,
    "by" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "QualityRun" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "questions" INTEGER NOT NULL,
    "sequence" INTEGER NOT NULL,
    "jobId" TEXT NOT NULL,
    "generation" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "configuration" JSONB NOT NULL,
    "report" JSONB,
    "verdict" JSONB,
    "startedAt" DATETIME NOT NULL,
    "finishedAt" DATETIME
);

-- CreateTable
CREATE TABLE "QualityOutcome" (
    "runId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "isCorrect" BOOLEAN,
    "questionId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "outcome" JSONB NOT NULL,

    PRIMARY KEY ("runId", "position"),
    CONSTRAINT "QualityOutcome_runId_fkey" FOREIGN KEY ("runId") REFERENCES "QualityRun" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "GapMark" (
    "hash" TEXT NOT NULL PRIMARY KEY,
    "isSolved" BOOLEAN NOT NULL,
    "reason" TEXT,
    "by" TEXT NOT NULL,
    "generation" TEXT,
    "at" DATETIME NOT NULL
);

-- CreateIndex
CREATE INDEX "Candidate_key_idx" ON "Candidate"("key");

-- CreateIndex
CREATE INDEX "GoldenQuestion_updatedAt_id_idx" ON "GoldenQuestion"("updatedAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "QualityRun_sequence_key" ON "QualityRun"("sequence");

-- CreateIndex
CREATE INDEX "QualityRun_jobId_idx" ON "QualityRun"("jobId");

-- CreateIndex
CREATE INDEX "QualityOutcome_questionId_idx" ON "QualityOutcome"("questionId");
