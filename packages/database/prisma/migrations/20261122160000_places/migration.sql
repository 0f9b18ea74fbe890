-- AlterTable
ALTER TABLE "Passage" ADD COLUMN "places" JSONB;
