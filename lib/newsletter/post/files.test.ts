import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { mailing, readers } from '#tests/fixtures/mail/mailing.ts'
import { mailSink } from '#tests/fixtures/mail/sink.ts'

test('without a mail server mails become files that hold what the server would have got', async () => {
  await using sink = await mailSink()
  await using sent = await mailing(sink.url, { to: readers(1) })
  await using trial = await mailing(null, { to: readers(1) })
  await sent.send(await sent.issue())
  expect(await trial.send(await trial.issue())).toBe('sent')
  const { mailDir } = trial.settings
  const [name = '', ...others] = await readdir(mailDir)
  expect(others).toEqual([])
  expect(name).toMatch(/^2026-11-23T11-30-00-000Z-issue-\d+\.eml$/)
  // Ids are another store's.
  const same = (mail: string) => mail.replaceAll(/[0-9a-f]{32}/g, '').replaceAll(/token=\S*(?:\r\n\S+=)*/g, '')
  const file = await readFile(path.join(mailDir, name), 'utf8')
  expect(same(file)).toBe(same(sink.mails[0]?.raw.toString() ?? ''))
  expect((await stat(path.join(mailDir, name))).mode & 0o077).toBe(0)
  expect((await stat(mailDir)).mode & 0o077).toBe(0)
})

test('the log says where mails are, once for an issue, and names nobody', async () => {
  await using trial = await mailing(null, { to: readers(20) })
  await trial.send(await trial.issue())
  expect(trial.log.filter((line) => line.includes(trial.settings.mailDir))).toHaveLength(1)
  expect(trial.log.join()).not.toContain('@')
  expect(await readdir(trial.settings.mailDir)).toHaveLength(20)
})

test('a folder that cannot be written to loses no mail', async () => {
  await using trial = await mailing(null, { to: readers(3) })
  const issue = await trial.issue()
  await writeFile(trial.settings.mailDir, 'in the way')
  expect(await trial.send(issue)).toBe('later')
  await rm(trial.settings.mailDir)
  await trial.sendAll(issue)
  expect(await readdir(trial.settings.mailDir)).toHaveLength(3)
})
