import { createTransport } from 'nodemailer'
import { renderIssueMail } from '#lib/newsletter/mail/issue-mail.ts'
import { loadComponents } from '#lib/newsletter/mail/render.ts'
import type { Issue } from '#lib/newsletter/model.ts'
import { sendIssue } from '#lib/newsletter/post/send-issue.ts'
import { openTransport } from '#lib/newsletter/post/transport.ts'
import { readNewsletterSettings } from '#lib/newsletter/settings.ts'
import { openRepository } from '#lib/newsletter/store/open.ts'
import { Links } from '#lib/newsletter/tokens/links.ts'
import { issueContent, issueStory } from '#tests/fixtures/issues.ts'
import { MAIL_FROM, PUBLICATION, reader, readers } from '#tests/fixtures/mail/mailing.ts'

// Runs in a process of its own, with the options of a site: sends an issue to many, or the same mail to as many
// with a bare loop around the mail library, and prints how many seconds it took and by how many bytes memory grew.
const [how = '', folder = '', smtpUrl = '', count = ''] = process.argv.slice(2)
const env = { SMTP_URL: smtpUrl, MAIL_FROM, MAIL_RATE: '10000' }
const settings = readNewsletterSettings(env, folder, folder)
const content = issueContent({
  stories: Array.from({ length: 12 }, (_, at) => issueStory({ slug: `story-${at}`, headline: `Story ${at}` })),
})

async function prepareIssue(): Promise<() => Promise<unknown>> {
  const repository = await openRepository(settings)
  await repository.subscribers.add(readers(Number(count)).map(reader))
  const made = { newsletter: 'morning', date: '2026-11-23', state: 'sending', revision: null, content } as const
  const issue = (await repository.issues.create({ ...made, slot: Date.now(), built: Date.now() })) as Issue
  const log = { info: () => {}, warn: console.error, error: console.error }
  const transport = openTransport(settings, MAIL_FROM, log)
  const links = new Links(Buffer.alloc(32, 7), PUBLICATION.url)
  const { signal } = new AbortController()
  await loadComponents()
  const parts = { repository, transport, links, publication: PUBLICATION, settings, log, now: () => Date.now(), signal }
  return async () => {
    const end = await sendIssue(issue, parts)
    if (end !== 'sent') throw new Error(`It ended with ${end}.`)
    await transport.close()
    await repository.close()
  }
}

async function prepareBare(): Promise<() => Promise<unknown>> {
  const { hostname: host, port } = new URL(smtpUrl)
  const connections = { pool: true, maxConnections: settings.mailConnections, ignoreTLS: true } as const
  const pool = createTransport({ host, port: Number(port), ...connections })
  const { url: siteUrl, publisher, address } = PUBLICATION
  const parts = await renderIssueMail(content, {
    siteUrl,
    newsletter: 'morning',
    date: '2026-11-23',
    publisher,
    address,
  })
  const waiting = readers(Number(count)).values()
  const work = async () => {
    for (const to of waiting) await pool.sendMail({ from: MAIL_FROM, to, subject: content.subject, ...parts })
  }
  return async () => {
    await Promise.all(Array.from({ length: settings.mailConnections }, work))
    pool.close()
  }
}

const work = await (how === 'issue' ? prepareIssue() : prepareBare())
const before = process.memoryUsage.rss()
let most = before
const watching = setInterval(() => {
  most = Math.max(most, process.memoryUsage.rss())
}, 20)
const began = performance.now()
await work()
const seconds = (performance.now() - began) / 1000
clearInterval(watching)
console.log(`\n${JSON.stringify({ seconds, growth: most - before })}`)
