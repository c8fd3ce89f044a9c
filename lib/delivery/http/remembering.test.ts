import { expect, test } from 'vitest'
import { remembering } from './remembering.ts'

/** A function that says which values it was asked for. */
function heard() {
  const asked: string[] = []
  const read = remembering((value) => {
    asked.push(value)
    return value.length > 2
  })
  return { asked, read }
}

test('a value is read once, whatever was made of it', () => {
  const { asked, read } = heard()
  expect([read('br'), read('gzip'), read('br'), read('gzip')]).toEqual([false, true, false, true])
  expect(asked).toEqual(['br', 'gzip'])
})

test('a value that no browser sends is read each time', () => {
  const { asked, read } = heard()
  const long = 'x'.repeat(501)
  expect([read(long), read(long)]).toEqual([true, true])
  expect(asked).toHaveLength(2)
})

test('made-up values are forgotten again', () => {
  const { asked, read } = heard()
  for (let nth = 0; nth <= 1000; nth++) read(`${nth}`)
  read('0')
  expect(asked).toHaveLength(1002)
})
