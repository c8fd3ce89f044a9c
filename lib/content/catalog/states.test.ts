import { expect, test } from 'vitest'
import { isListed, isOpen } from './states.ts'

const STATES = ['published', 'withdrawn', 'draft', 'scheduled', 'homeless'] as const

test.for([
  [false, 'published withdrawn', 'published'],
  [true, 'published withdrawn draft scheduled', 'published draft scheduled'],
] as const)('where drafts show is %s, these have pages: %s; and these stand in lists: %s', ([drafts, open, listed]) => {
  expect(STATES.filter((state) => isOpen(state, drafts)).join(' ')).toBe(open)
  expect(STATES.filter((state) => isListed(state, drafts)).join(' ')).toBe(listed)
})
