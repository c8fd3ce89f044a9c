import { expect, test } from 'vitest'
import { article } from '#tests/fixtures/content.ts'
import { pressCommand } from '#tests/fixtures/press-command.ts'
import { send } from './send.ts'

const HOUR = 3_600_000
const PLAIN = { dryRun: false, early: false, unsure: false }

test('a dry run says what would be sent, and to how many, and changes nothing', async () => {
  await using desk = await pressCommand()
  for (const name of ['ann', 'bob']) await desk.kept.subscriber(`${name}@example.org`, ['morning'])
  expect(await send('morning', { ...PLAIN, dryRun: true }, desk.context)).toMatchObject({
    code: 0,
    text: expect.stringMatching(/would go to 2 readers:\n {2}New on the first/),
    data: { date: '2026-01-02', readers: 2, stories: ['new'] },
  })
  expect([await desk.kept.repository.issues.latest('morning'), desk.sink.mails]).toEqual([null, []])
})

test('the issue that is due is sent, and refused when it has been', async () => {
  await using desk = await pressCommand()
  await desk.kept.subscriber('ann@example.org', ['morning'])
  expect(await send('morning', PLAIN, desk.context)).toMatchObject({
    code: 0,
    text: 'The issue of morning for 2026-01-02: sent; 1 sent.',
  })
  expect(await send('morning', PLAIN, desk.context)).toMatchObject({
    code: 1,
    text: expect.stringContaining('Nothing is sent twice'),
  })
  expect(desk.sink.mails.length).toBe(1)
})

test('with --early the next issue is sent, and its time sends no other', async () => {
  await using desk = await pressCommand()
  await desk.kept.subscriber('ann@example.org', ['morning'])
  expect(await send('morning', { ...PLAIN, early: true }, desk.context)).toMatchObject({
    code: 0,
    data: { date: '2026-01-03' },
  })
  const { code } = await send('morning', PLAIN, { ...desk.context, now: desk.context.now + 24 * HOUR })
  expect([code, desk.sink.mails.length]).toEqual([1, 1])
})

test('where nothing is new nothing is sent', async () => {
  await using desk = await pressCommand({ 'articles/2026/01/new.md': article({ published: '2025-06-01T12:00:00Z' }) })
  expect(await send('morning', PLAIN, desk.context)).toMatchObject({
    code: 1,
    text: 'Nothing is new for morning: there is no issue to send.',
  })
})

test('an issue that another process is sending is left to it', async () => {
  await using desk = await pressCommand()
  await desk.kept.subscriber('ann@example.org', ['morning'])
  const now = Date.now()
  await desk.kept.repository.leases.take('issue:morning:2026-01-02', 'another', now, now + HOUR)
  expect(await send('morning', PLAIN, desk.context)).toMatchObject({
    code: 1,
    text: 'Another process is sending the issue of morning for 2026-01-02 now.',
  })
  expect(desk.sink.mails).toEqual([])
})

test('those who were refused for now are told of, and gone on with by the same command', async () => {
  let isBusy = true
  const refuse = (at: string, about: string) =>
    isBusy && at === 'recipient' && about.startsWith('bob') ? '451 4.7.1 Come back later' : null
  await using desk = await pressCommand({}, { sink: { refuse } })
  for (const name of ['ann', 'bob']) await desk.kept.subscriber(`${name}@example.org`, ['morning'])
  expect(await send('morning', PLAIN, desk.context)).toMatchObject({
    code: 1,
    text: expect.stringMatching(
      /: sending; 1 sent, 1 waiting\. The next attempt is due at \d{4}-\d\d-\d\d \d\d:\d\d: /,
    ),
  })
  isBusy = false
  expect(desk.sink.recipients).toEqual(['ann@example.org'])
})

test('with --unsure those are mailed again of whom nobody knows, and nobody else', async () => {
  await using desk = await pressCommand()
  for (const name of ['ann', 'bob']) await desk.kept.subscriber(`${name}@example.org`, ['morning'])
  await send('morning', PLAIN, desk.context)
  expect(await send('morning', { ...PLAIN, unsure: true }, desk.context)).toMatchObject({
    code: 1,
    text: 'Of the issue of morning for 2026-01-02 nobody is unsure.',
  })
  expect(desk.sink.mails.length).toBe(2)
})

test('a newsletter that does not exist is named, with the nearest that does', async () => {
  await using desk = await pressCommand()
  await expect(send('mornin', PLAIN, desk.context)).rejects.toThrow(
    'There is no newsletter "mornin" (did you mean "morning"?). There are: morning.',
  )
})
