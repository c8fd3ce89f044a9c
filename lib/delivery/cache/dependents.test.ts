import { expect, test } from 'vitest'
import { Dependents } from './dependents.ts'

const [a, b, c] = [{ name: 'a' }, { name: 'b' }, { name: 'c' }]

/** What reads some keys, each by a name of one letter. */
function reading(read: readonly (readonly [thing: object, keys: string])[]) {
  const dependents = new Dependents<object>()
  for (const [thing, keys] of read) dependents.add(thing, new Set(keys))
  return { dependents, of: (keys: string) => Array.from(dependents.of(new Set(keys))) }
}

test('what read a key is found by it, once', () => {
  const { of } = reading([
    [a, 'xy'],
    [b, 'y'],
    [c, 'y'],
  ])
  expect([of('xyz'), of('x'), of('z')]).toEqual([[a, b, c], [a], []])
})

test('everything is found without keys, what read none too', () => {
  const { dependents } = reading([
    [a, 'x'],
    [b, ''],
  ])
  expect(dependents.of(null)).toEqual(new Set([a, b]))
})

test('what was deleted is not found, whether it read a key alone or with others', () => {
  const { dependents, of } = reading([
    [a, 'xy'],
    [b, 'y'],
    [c, 'y'],
  ])
  dependents.delete(a)
  expect([of('x'), of('y')]).toEqual([[], [b, c]])
  dependents.delete(b)
  dependents.delete(c)
  dependents.delete(c)
  expect([of('xy'), dependents.of(null)]).toEqual([[], new Set()])
})

test('a key that nothing reads any more can be read again', () => {
  const { dependents, of } = reading([[a, 'x']])
  dependents.delete(a)
  dependents.add(b, new Set('x'))
  expect(of('x')).toEqual([b])
})

test('what reads other keys now is found by those only', () => {
  const { dependents, of } = reading([
    [a, 'xy'],
    [b, 'x'],
  ])
  dependents.add(a, new Set('yz'))
  expect([of('x'), of('y'), of('z')]).toEqual([[b], [a], [a]])
})
