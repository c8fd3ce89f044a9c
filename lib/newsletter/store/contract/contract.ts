import type { Repository } from '../repository.ts'
import { deskContract } from './desk.ts'
import { issuesContract } from './issues.ts'
import type { Kept, Open } from './kept.ts'
import { lettersContract } from './letters.ts'
import { subscribersContract } from './subscribers.ts'
import { writersContract } from './writers.ts'

/** All that a store must do, as tests: each engine runs the same ones. */
export function storeContract(open: Open, view: (kept: Kept) => Promise<Repository>): void {
  deskContract(open)
  lettersContract(open)
  subscribersContract(open)
  issuesContract(open)
  writersContract(open, view)
}
