-- AlterTable
ALTER TABLE "Document" ADD COLUMN "publishedAt" DATETIME;

-- AlterTable
ALTER TABLE "DocumentVersion" ADD COLUMN "givenTags" JSONB NOT NULL DEFAULT '[]';
ALTER TABLE "DocumentVersion" ADD COLUMN "publishedAt" DATETIME;
