import { expect, test } from 'vitest'
import { command } from '#tests/fixtures/command.ts'
import { article, contentFolder, markdown, site } from '#tests/fixtures/content.ts'
import { mailSink } from '#tests/fixtures/mail/sink.ts'
import { keptNewsletters } from '#tests/fixtures/newsletter-store.ts'

const HOUR = 3_600_000

test('the command sends the issue that is due once, and names nobody', { timeout: 60_000 }, async () => {
  const schedule = `daily ${new Date(Date.now() - HOUR).toISOString().slice(11, 16)}`
  await using folder = await contentFolder({
    'site.yaml': site({ timezone: 'UTC' }),
    'newsletters/morning.md': markdown({ title: 'Morning', description: 'At breakfast.', schedule }),
    'articles/2026/new.md': article({ published: new Date(Date.now() - 2 * HOUR).toISOString() }),
  })
  await using kept = await keptNewsletters()
  await using sink = await mailSink()
  for (const name of ['ann', 'bob']) await kept.subscriber(`${name}@example.org`, ['morning'])
  const env = { CONTENT_DIR: folder.root, DATA_DIR: kept.dataDir, SMTP_URL: sink.url, MAIL_FROM: 'news@paper.example' }
  const run = (...args: string[]) => command('newsletter', args, env)
  const sent = await run('send', 'morning')
  expect([sent.code, sent.stdout]).toEqual([0, expect.stringMatching(/: sent; 2 sent\.\n$/)])
  expect(sink.recipients).toEqual(['ann@example.org', 'bob@example.org'])
  const again = await run('send', 'morning', '--json')
  expect([again.code, JSON.parse(again.stdout)]).toEqual([1, { date: expect.any(String), refused: expect.any(String) }])
  expect(sink.mails.length).toBe(2)
  const unknown = await run('send', 'mornin')
  expect([unknown.code, unknown.stderr]).toEqual([2, expect.stringContaining('did you mean "morning"?')])
  expect([sent, again].map(({ stdout, stderr }) => stdout + stderr).join('')).not.toMatch(/ann@|bob@/)
})
