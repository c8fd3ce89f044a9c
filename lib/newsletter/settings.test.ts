import { expect, test } from 'vitest'
import { SettingsError } from '../settings.ts'
import { readNewsletterSettings } from './settings.ts'

const read = (env: Record<string, string>) => readNewsletterSettings(env, '/srv/site', '/srv/site/data')

test('with nothing set there are defaults, in the units that the code reckons in', () => {
  expect(read({})).toEqual({
    smtpUrl: null,
    mailFrom: null,
    databaseUrl: null,
    file: '/srv/site/data/newsletters.db',
    mailDir: '/srv/site/data/mail',
    dkim: null,
    mailRate: 50,
    mailConnections: 5,
    bounceLimit: 3,
    issueMaxAge: 6 * 3_600_000,
    limits: { address: 5, network: 20, all: 1000 },
    formsPerMinute: 60,
    leastTime: 2000,
  })
})

test('every limit on those who fill in forms can be set', () => {
  const env = {
    SIGNUPS_PER_ADDRESS: '1',
    SIGNUPS_PER_NETWORK: '2',
    SIGNUPS_IN_ALL: '3',
    FORMS_PER_MINUTE: '4',
    SIGNUP_SECONDS: '0',
  }
  expect(read(env)).toMatchObject({ limits: { address: 1, network: 2, all: 3 }, formsPerMinute: 4, leastTime: 0 })
})

test.for([
  [{ FORMS_PER_MINUTE: '0' }, 'FORMS_PER_MINUTE'],
  [{ FORMS_PER_MINUTE: 'many' }, 'FORMS_PER_MINUTE: must be a number'],
  [{ SMTP_URL: 'smtps://jo:S3CRET@mail.example' }, 'MAIL_FROM: must be set when SMTP_URL is'],
  [{ DATABASE_URL: 'mysql://jo:S3CRET@db.example/paper' }, 'DATABASE_URL: must be such as postgres://'],
  [{ DKIM_DOMAIN: 'paper.example' }, 'DKIM_DOMAIN: must be set together with'],
] as const)('%o is refused by its name, never its value', ([env, said]) => {
  expect(() => read(env)).toThrow(SettingsError)
  expect(() => read(env)).toThrow(said)
  expect(() => read(env)).toThrow(/^(?:(?!S3CRET).)*$/s)
})
