import { expect, test } from 'vitest'
import { pressCommand } from '#tests/fixtures/press-command.ts'
import { send } from './send.ts'
import { status } from './status.ts'
import { resume, stop } from './stop.ts'

const PLAIN = { dryRun: false, early: false, unsure: false }
const PEOPLE = Array.from({ length: 9 }, (_, at) => `reader-${at}@example.org`)

test('an issue that is stopped while it is sent reaches nobody else, says so, and is gone on with when it is let', async () => {
  const stopped = Promise.withResolvers<void>()
  await using desk = await pressCommand({}, { sink: { delay: () => stopped.promise } })
  for (const address of PEOPLE) await desk.kept.subscriber(address, ['morning'])
  const sending = send('morning', PLAIN, desk.context)
  await desk.sink.until(1)
  expect(await stop('morning', desk.context)).toMatchObject({
    code: 0,
    text: expect.stringMatching(
      /^The issue of morning for 2026-01-02: stopped; .*waiting.*\n5 mails at most may still/,
    ),
  })
  stopped.resolve()
  expect(await sending).toMatchObject({ code: 1, data: { state: 'stopped' } })
  const reached = desk.sink.mails.length
  expect(reached).toBeLessThanOrEqual(5)
  expect(desk.log).toContainEqual(expect.stringContaining('was stopped by an operator'))
  const refused = { code: 1, text: expect.stringMatching(/is there: stopped; .*resume morning$/) }
  expect(await send('morning', PLAIN, desk.context)).toMatchObject(refused)
  expect(await send('morning', { ...PLAIN, unsure: true }, desk.context)).toMatchObject(refused)
  expect((await status(desk.context)).text).toContain(`2026-01-02  stopped; ${reached} sent, ${9 - reached} waiting`)
  expect(desk.sink.mails).toHaveLength(reached)
  expect(await resume('morning', desk.context)).toMatchObject({ code: 0, data: [{ state: 'sending' }] })
  expect(await send('morning', PLAIN, desk.context)).toMatchObject({ code: 0, data: { state: 'sent' } })
  expect(desk.sink.recipients).toEqual(PEOPLE)
})

test('where nothing is being sent nothing is stopped, and where nothing was stopped nothing goes on', async () => {
  await using desk = await pressCommand()
  await desk.kept.subscriber('ann@example.org', ['morning'])
  expect(await stop('morning', desk.context)).toMatchObject({
    code: 1,
    text: 'No issue of morning is being sent. See: npm run newsletter -- status',
  })
  await send('morning', PLAIN, desk.context)
  expect((await stop('morning', desk.context)).code).toBe(1)
  expect(await resume('morning', desk.context)).toMatchObject({
    code: 1,
    text: 'No issue of morning was stopped. See: npm run newsletter -- status',
  })
})
