import { type Challenges, createChallenges } from './create-challenges'

const holder = globalThis as typeof globalThis & { shuttenChallenges?: Challenges }

/** The challenges of this process: one for all bundles. */
export function getChallenges(): Challenges {
  holder.shuttenChallenges ??= createChallenges()
  return holder.shuttenChallenges
}
