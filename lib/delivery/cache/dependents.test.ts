import { expect, test } from 'vitest'
import { Dependents } from './dependents.ts'

const a = { keys: new Set(['one', 'two']) }
const b = { keys: new Set(['two']) }

function both() {
  const dependents = new Dependents<typeof a>()
  dependents.add(a)
  dependents.add(b)
  return dependents
}

test('what read a key is found by it, once', () => {
  expect(both().of(new Set(['one', 'two', 'none']))).toEqual(new Set([a, b]))
  expect(both().of(new Set(['one']))).toEqual(new Set([a]))
})

test('everything is found without keys, what read none too', () => {
  const dependents = both()
  const nothing = { keys: new Set<string>() }
  dependents.add(nothing)
  expect(dependents.of(null)).toEqual(new Set([a, b, nothing]))
})

test('what was deleted is not found', () => {
  const dependents = both()
  dependents.delete(a)
  expect(dependents.of(null)).toEqual(new Set([b]))
  expect(dependents.of(new Set(['one', 'two']))).toEqual(new Set([b]))
})
