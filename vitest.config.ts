import { availableParallelism } from 'node:os'
import path from 'node:path'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const sources = ['packages/*/src', 'apps/*/src', 'scripts']
const files = (suffix: string) => sources.map((folder) => `${folder}/**/*.${suffix}`)

/** Vitest begins with the largest files; here the longest are those that start processes, whatever their size. */
class AppsFirst extends BaseSequencer {
  override async sort(specifications: TestSpecification[]): Promise<TestSpecification[]> {
    const isApp = ({ moduleId }: TestSpecification) => Number(moduleId.includes('/apps/'))
    return (await super.sort(specifications)).sort((a, b) => isApp(b) - isApp(a))
  }
}

// As apps/web/tsconfig.json has it.
const alias = { '@/': `${path.join(import.meta.dirname, 'apps', 'web', 'src')}/` }

// What is built is run as it ships, by Node itself: Vite would transform hundreds of compiled files for each test file.
const server = { deps: { external: [/\/(packages|apps)\/[^/]+\/dist\//] } }

export default defineConfig({
  test: {
    sequence: { sequencer: AppsFirst },
    // Vitest would leave one processor to itself, and a share cannot be more than all; most integration tests wait for processes.
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          isolate: false,
          server,
          include: [...files('test.ts'), ...files('test.tsx'), ...files('test.mjs')],
          exclude: ['**/node_modules/**', '**/dist/**', '**/*.{int,long}.test.ts'],
          // Property tests make hundreds of runs: on a busy machine vitest's five seconds would fail what is right.
          testTimeout: 60_000,
        },
      },
      // `pnpm test:long`: what takes minutes and is not in `npm test`.
      ...['int', 'long'].map((name) => ({
        resolve: { alias },
        test: {
          name,
          isolate: false,
          server,
          include: files(`${name}.test.ts`),
          exclude: ['**/node_modules/**', '**/dist/**'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      })),
    ],
  },
})
