import { expect, test } from 'vitest'
import { mailing, readers } from '#tests/fixtures/mail/mailing.ts'
import { mailSink } from '#tests/fixtures/mail/sink.ts'
import { isPostgresInstalled, startedPostgres } from '#tests/fixtures/postgres.ts'
import { DatabaseError } from '../store/postgres.ts'

const PEOPLE = readers(60)

if (isPostgresInstalled)
  test('a database that goes away while an issue is sent, and comes back, loses nobody and has nobody written to twice', async () => {
    await using postgres = await startedPostgres()
    let taken = 0
    await using sink = await mailSink({
      delay: async () => {
        taken += 1
        if (taken === 20) await postgres.stop()
      },
    })
    await using morning = await mailing(sink.url, { to: PEOPLE, env: { DATABASE_URL: postgres.url } })
    const issue = await morning.issue()
    await expect(morning.send(issue)).rejects.toBeInstanceOf(DatabaseError)
    await postgres.start()
    await morning.sendAll(issue)
    const states = await morning.states(issue)
    const unsure = PEOPLE.filter((address) => states[address] === 'unsure')
    expect(unsure.length).toBeLessThanOrEqual(morning.settings.mailConnections)
    expect(PEOPLE.filter((address) => states[address] === 'sent').length).toBe(PEOPLE.length - unsure.length)
    expect(new Set(sink.recipients).size).toBe(sink.mails.length)
    // Who is not unsure got it, and who did not get it is.
    expect(PEOPLE.filter((address) => !sink.recipients.includes(address) && !unsure.includes(address))).toEqual([])
  })
