import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { pressCommand } from '#tests/fixtures/press-command.ts'
import { preview } from './preview.ts'

test('a preview is written as HTML and text, with no link of a reader, and nothing is recorded', async () => {
  await using desk = await pressCommand()
  const folder = desk.file('out')
  const { code, data } = await preview('morning', { to: folder, on: null }, desk.context)
  const files = [`${folder}/morning-2026-01-03.html`, `${folder}/morning-2026-01-03.txt`]
  expect([code, data]).toEqual([
    0,
    { newsletter: 'morning', date: '2026-01-03', subject: 'New on the first', stories: ['new'], files },
  ])
  for (const file of files) {
    const text = await readFile(file, 'utf8')
    expect(text).toContain('New on the first')
    expect(text).not.toContain('recipient.invalid')
  }
  expect(await desk.kept.repository.issues.latest('morning')).toBe(null)
})

test('the issue of a day that is over is as it would have been then', async () => {
  await using desk = await pressCommand()
  const on = (day: string) => preview('morning', { to: desk.file('out'), on: day }, desk.context)
  expect((await on('2026-01-02')).data).toMatchObject({ date: '2026-01-02', stories: ['new'] })
  expect((await on('2022-04-03')).data).toMatchObject({ date: '2022-04-03', stories: ['station'] })
})

test('where nothing is new nothing is written', async () => {
  await using desk = await pressCommand()
  expect(await preview('morning', { to: desk.file('out'), on: '2025-01-01' }, desk.context)).toMatchObject({
    code: 1,
    text: 'Nothing is new for morning: there would be no issue for 2025-01-01.',
  })
})
