import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { currentCaller, withCaller } from './caller.ts'

test('what answers a request knows where it comes from, however many are answered at once', async () => {
  const seen = await Promise.all(
    ['1', '2', '3'].map((reader) =>
      withCaller({ reader, network: `n${reader}` }, async () => {
        await sleep(5)
        return currentCaller()?.reader
      }),
    ),
  )
  expect(seen).toEqual(['1', '2', '3'])
})

test('where no server says so nobody knows', () => {
  expect(currentCaller()).toBeNull()
})
