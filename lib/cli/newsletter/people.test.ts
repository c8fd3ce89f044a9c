import { readFile, stat, writeFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { openRepository } from '#lib/newsletter/store/open.ts'
import { pressCommand } from '#tests/fixtures/press-command.ts'
import { backup, erase, exportTo, importFrom } from './people.ts'
import { status } from './status.ts'

test('subscribers go out as CSV and in again, those who are known stay as they are', async () => {
  await using desk = await pressCommand()
  for (const name of ['ann', 'bob']) await desk.kept.subscriber(`${name}@example.org`, ['morning'])
  const csv = desk.file('all.csv')
  await exportTo(csv, desk.context)
  expect((await stat(csv)).mode & 0o077).toBe(0)
  expect(await erase('ann@example.org', desk.context)).toMatchObject({ code: 0 })
  expect(await erase('ann@example.org', desk.context)).toMatchObject({ code: 1 })
  expect(await importFrom(csv, desk.context)).toMatchObject({ code: 0, data: { added: 1, known: 1 } })
  expect((await desk.kept.repository.subscribers.byAddress('ann@example.org'))?.newsletters).toEqual(['morning'])
})

test('a file with a line that is wrong imports nobody, and the line is named', async () => {
  await using desk = await pressCommand()
  await desk.kept.subscriber('ann@example.org', ['morning'])
  const csv = desk.file('all.csv')
  await exportTo(csv, desk.context)
  const [head = '', ann = ''] = (await readFile(csv, 'utf8')).split(/\r?\n/)
  const lines = [head, ann.replace('ann@', 'bob@'), ann.replace('ann@example.org', 'nobody')]
  await writeFile(csv, lines.join('\r\n'))
  const { code, text } = await importFrom(csv, desk.context)
  expect([code, text]).toEqual([1, expect.stringMatching(/all\.csv:3 .+\nNothing was imported\.$/)])
  expect(await desk.kept.repository.subscribers.byAddress('bob@example.org')).toBe(null)
})

test('a copy holds what is kept, and neither it nor an export overwrites anything', async () => {
  await using desk = await pressCommand()
  await desk.kept.subscriber('ann@example.org', ['morning'])
  const copy = desk.file('copy.db')
  await backup(copy, desk.context)
  const repository = await openRepository({ file: copy, databaseUrl: null })
  expect(await repository.subscribers.byAddress('ann@example.org')).toMatchObject({ newsletters: ['morning'] })
  await repository.close()
  await expect(backup(copy, desk.context)).rejects.toThrow('overwrites nothing')
  await expect(exportTo(copy, desk.context)).rejects.toThrow('EEXIST')
})

test('the status says who gets what, what was sent, and what is left of a newsletter without a file', async () => {
  await using desk = await pressCommand()
  await desk.kept.subscriber('ann@example.org', ['morning', 'evening'])
  await desk.kept.apply('bob@example.org', ['morning'])
  expect((await status(desk.context)).text.split('\n')).toEqual([
    'Morning (morning): 1 reader, next issue 2026-01-03 06:30 America/New_York',
    'evening: 1 reader, but no file in newsletters/',
    '1 letter waiting',
  ])
})

test('the next issue is the one after that which was sent early', async () => {
  await using desk = await pressCommand()
  const built = Date.parse('2026-01-02T20:00:00Z')
  const early = { newsletter: 'morning', date: '2026-01-03', slot: Date.parse('2026-01-03T11:30:00Z'), built }
  await desk.kept.repository.issues.create({ ...early, state: 'empty', revision: null, content: null })
  expect((await status(desk.context)).text).toContain('next issue 2026-01-04 06:30 America/New_York')
})
