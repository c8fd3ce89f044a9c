import { expect, test } from 'vitest'
import { readCommand, UsageError } from './arguments.ts'

const read = (line: string) => readCommand(line.split(' ').filter((word) => word !== ''))

test('each command is read with what it takes', () => {
  expect(read('send morning --dry-run')).toEqual({
    name: 'send',
    newsletter: 'morning',
    dryRun: true,
    early: false,
    unsure: false,
    json: false,
  })
  expect(read('preview morning --to out --json')).toEqual({
    name: 'preview',
    newsletter: 'morning',
    to: 'out',
    on: null,
    json: true,
  })
  expect(read('stop morning')).toEqual({ name: 'stop', newsletter: 'morning', json: false })
  expect(read('status')).toEqual({ name: 'status', json: false })
  expect(read('export')).toEqual({ name: 'export', file: null, json: false })
  expect(read('backup a.db')).toEqual({ name: 'backup', file: 'a.db', json: false })
  expect(read('erase ann@example.org')).toEqual({ name: 'erase', address: 'ann@example.org', json: false })
})

test('without a command, or with --help, help is shown', () => {
  expect([read(''), read('send --help')].map(({ name }) => name)).toEqual(['help', 'help'])
})

test.for([
  ['sned morning', 'There is no command "sned".'],
  ['__proto__', 'There is no command "__proto__".'],
  ['send', '"send" needs a newsletter, such as morning.'],
  ['resume', '"resume" needs a newsletter, such as morning.'],
  ['backup', '"backup" needs a file.'],
  ['status morning', '"status" is given too much: morning'],
  ['send morning weekend', '"send" is given too much: weekend'],
  ['preview morning --early', '"preview" takes no --early.'],
  ['preview morning --on tomorrow', '--on takes a day such as 2026-11-23.'],
  ['send morning --early --unsure', '--early is for the next issue, --unsure for the last one.'],
] as const)('%s is refused', ([line, message]) => {
  expect(() => read(line)).toThrow(new UsageError(message))
})

test('an option that nobody knows is refused', () => {
  expect(() => read('send morning --quick')).toThrow(UsageError)
})
