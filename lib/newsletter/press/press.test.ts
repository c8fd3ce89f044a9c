import { expect, test } from 'vitest'
import { pressTroubles, sharePress, wakePress } from './press.ts'

test('whoever puts something in wakes the press of this process, and troubles are its own', async () => {
  let woken = 0
  const trouble = { newsletter: null, message: 'The mail server is away.', since: '2026-01-01T12:00:00.000Z' }
  sharePress({ wake: () => void woken++, troubles: [trouble] })
  wakePress()
  wakePress()
  await Promise.resolve()
  await Promise.resolve()
  expect([woken, pressTroubles()]).toEqual([2, [trouble]])
  sharePress(null)
  expect(pressTroubles()).toEqual([])
})
