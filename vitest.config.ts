import path from 'node:path'
import { defineConfig } from 'vitest/config'

const sources = ['packages/*/src', 'apps/*/src', 'scripts']
const files = (suffix: string) => sources.map((folder) => `${folder}/**/*.${suffix}`)

export default defineConfig({
  test: {
    // Vitest would leave one processor to itself, which of two is half; most integration tests wait for processes.
    maxWorkers: '100%',
    projects: [
      {
        // As apps/web/tsconfig.json has it, for tests that render components.
        resolve: { alias: { '@/': `${path.join(import.meta.dirname, 'apps', 'web', 'src')}/` } },
        test: {
          name: 'unit',
          include: [...files('test.ts'), ...files('test.tsx'), ...files('test.mjs')],
          exclude: ['**/node_modules/**', '**/dist/**', '**/*.int.test.ts'],
          // Property tests make hundreds of runs: on a busy machine vitest's five seconds would fail what is right.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'int',
          include: files('int.test.ts'),
          exclude: ['**/node_modules/**', '**/dist/**'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
