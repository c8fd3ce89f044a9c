import { expect, test, vi } from 'vitest'
import { Gate, Overloaded, Overrun } from './gate.ts'

const LIMITS = { atOnce: 2, waiting: 2, milliseconds: 60_000 }

/** Work that is done when it is told to be. */
function pieces(gate: Gate) {
  const running: { name: string; done: (value: string) => void; fail: (error: Error) => void }[] = []
  const start = (name: string, first = false) =>
    gate.run(() => new Promise<string>((done, fail) => running.push({ name, done, fail })), { first })
  return { running, start, names: () => running.map(({ name }) => name) }
}

const settled = () => new Promise((resolve) => setImmediate(resolve))

test('so much runs at once; the rest waits for its turn', async () => {
  const { running, start, names } = pieces(new Gate(LIMITS))
  const works = ['a', 'b', 'c', 'd'].map((name) => start(name))
  await settled()
  expect(names()).toEqual(['a', 'b'])
  running[0]?.done('done')
  await settled()
  expect(names()).toEqual(['a', 'b', 'c'])
  running[1]?.fail(new Error('broken'))
  await expect(works[1]).rejects.toThrow('broken')
  await settled()
  expect(names()).toEqual(['a', 'b', 'c', 'd'])
})

test('beside what runs, another begins only after a while, and at once when nothing runs', async () => {
  const { running, start, names } = pieces(new Gate({ ...LIMITS, apart: 500 }))
  for (const name of ['a', 'b', 'c']) void start(name)
  await settled()
  expect(names()).toEqual(['a'])
  running[0]?.done('')
  await settled()
  expect(names()).toEqual(['a', 'b'])
  await vi.waitFor(() => expect(names()).toEqual(['a', 'b', 'c']), 20_000)
})

test('more than may wait is turned away at once', async () => {
  const { start } = pieces(new Gate(LIMITS))
  for (const name of ['a', 'b', 'c', 'd']) void start(name)
  await expect(start('e')).rejects.toThrow(Overloaded)
})

test('what goes first goes before what waits, and is not turned away', async () => {
  const { running, start, names } = pieces(new Gate(LIMITS))
  for (const name of ['a', 'b', 'c', 'd']) void start(name)
  void start('first', true)
  void start('second', true)
  await settled()
  for (const { done } of running.slice(0, 2)) done('')
  await settled()
  expect(names()).toEqual(['a', 'b', 'first', 'second'])
})

test('work that takes too long is given up, told so, and holds up nothing', async () => {
  const gate = new Gate({ atOnce: 1, waiting: 1, milliseconds: 5 })
  let told: unknown
  const stuck = gate.run(
    (signal) =>
      new Promise((resolve) =>
        signal.addEventListener('abort', () => {
          told = signal.reason
          setImmediate(resolve)
        }),
      ),
  )
  const next = gate.run(async () => 'next')
  await expect(stuck).rejects.toThrow(Overrun)
  expect(told).toBeInstanceOf(Overrun)
  expect(await next).toBe('next')
})

test('what never comes back is counted, until it does', async () => {
  const gate = new Gate({ atOnce: 1, waiting: 1, milliseconds: 5 })
  let comeBack = () => {}
  await expect(gate.run(() => new Promise<void>((resolve) => (comeBack = resolve)))).rejects.toThrow(Overrun)
  expect(gate.lost).toBe(1)
  comeBack()
  await settled()
  expect(gate.lost).toBe(0)
})
