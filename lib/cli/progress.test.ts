import { expect, test, vi } from 'vitest'
import { progressBar } from './progress.ts'

/** An output that keeps what is written to it. */
function output(isTTY?: boolean) {
  const written: string[] = []
  return { isTTY, written, write: (text: string) => written.push(text) }
}

/** The time stands still until it is moved. */
function clock() {
  vi.useFakeTimers({ toFake: ['Date'], now: 1000 })
  return {
    move: (ms: number) => vi.setSystemTime(Date.now() + ms),
    [Symbol.dispose]: () => void vi.useRealTimers(),
  }
}

test('a terminal gets a bar with the share that is done', () => {
  const terminal = output(true)
  progressBar('Checking', terminal).update(50, 200)
  expect(terminal.written).toEqual([`\rChecking ${'█'.repeat(8)}${'░'.repeat(24)} 25 %`])
})

test('the bar is full when all is done, also of nothing', () => {
  const terminal = output(true)
  progressBar('Checking', terminal).update(0, 0)
  expect(terminal.written).toEqual([`\rChecking ${'█'.repeat(32)} 100 %`])
})

test('the bar says 100 % only when all is done', () => {
  const terminal = output(true)
  progressBar('Checking', terminal).update(999, 1000)
  expect(terminal.written[0]).toContain(' 99 %')
})

test('the bar is not drawn again at once, but the end always is', () => {
  using _ = clock()
  const terminal = output(true)
  const bar = progressBar('Checking', terminal)
  bar.update(1, 4)
  bar.update(2, 4)
  bar.update(4, 4)
  expect(terminal.written.map((text) => text.slice(-5))).toEqual([' 25 %', '100 %'])
})

test('the bar is drawn again after a while', () => {
  using time = clock()
  const terminal = output(true)
  const bar = progressBar('Checking', terminal)
  bar.update(1, 4)
  time.move(200)
  bar.update(2, 4)
  expect(terminal.written.map((text) => text.slice(-4))).toEqual(['25 %', '50 %'])
})

test('the end wipes the line of the bar', () => {
  const terminal = output(true)
  progressBar('Checking', terminal).end()
  expect(terminal.written).toEqual(['\r\u001b[2K'])
})

test('what is no terminal gets nothing', () => {
  const file = output()
  const bar = progressBar('Checking', file)
  bar.update(1, 2)
  bar.update(2, 2)
  bar.end()
  expect(file.written).toEqual([])
})
