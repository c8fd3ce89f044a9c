import { expect, test } from 'vitest'
import { Reported } from './reported.ts'

test('what is wrong is said once while it lasts, and again when it comes back', () => {
  const said: string[] = []
  const reported = new Reported({ warn: (line) => void said.push(line) })
  for (const lines of [['a'], ['a', 'b'], ['b'], ['a', 'b']]) reported.report(lines)
  expect(said).toEqual(['content: a', 'content: b', 'content: a'])
})
