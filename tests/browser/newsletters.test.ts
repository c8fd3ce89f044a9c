import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { type ParsedMail, simpleParser } from 'mailparser'
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { command } from '#tests/fixtures/command.ts'
import { article } from '#tests/fixtures/content.ts'
import { mailSink, type Sink } from '#tests/fixtures/mail/sink.ts'
import { ServerProcess } from '#tests/fixtures/server-process.ts'
import { violations } from './axe.ts'
import { FITS, outsiders } from './fits.ts'
import { PAGES } from './pages.ts'
import { Reader } from './reader.ts'
import { copySample, type Sample } from './sample.ts'

const STORY = PAGES['a news story']
const WAIT = { timeout: 15_000 }

// One site with a mail server. Each test is about readers of its own.
let sample: Sample
let sink: Sink
let site: ServerProcess
beforeAll(async () => {
  sample = await copySample()
  // No slot comes while the tests run, wherever its time is read.
  const later = new Date(Date.now() + 12 * 3_600_000).toISOString().slice(11, 16)
  await sample.edit('newsletters/morning.md', (text) => text.replace(/^schedule: .*/m, `schedule: daily ${later}`))
  sink = await mailSink()
  site = await new ServerProcess(environment()).ready()
})
afterAll(async () => {
  await site[Symbol.asyncDispose]()
  await sink[Symbol.asyncDispose]()
  await sample[Symbol.asyncDispose]()
})

const environment = () => ({
  CONTENT_DIR: sample.root,
  DATA_DIR: sample.data,
  SMTP_URL: sink.url,
  MAIL_FROM: 'news@broadsheet.example',
  SIGNUP_SECONDS: '1',
  LOG_LEVEL: 'debug',
})

/** A mail to somebody, when it has come. */
async function mailTo(address: string, subject: RegExp): Promise<ParsedMail> {
  let found: ParsedMail | undefined
  const look = async () => {
    for (const { to, raw } of sink.mails) {
      const mail = to === address ? await simpleParser(raw) : undefined
      if (subject.test(mail?.subject ?? '')) found = mail
    }
    return found !== undefined
  }
  await expect.poll(look, WAIT).toBe(true)
  return found as ParsedMail
}

/** Path and query of the first link of a mail's text that leads to a page. */
function linkIn({ text = '' }: ParsedMail, page: string): string {
  const [link] = new RegExp(`https?://\\S+${page}\\?token=\\S+`).exec(text) ?? []
  if (link === undefined) throw new Error(`There is no link to ${page} in:\n${text}`)
  const { pathname, search } = new URL(link)
  return pathname + search
}

const post = (address: string, body: string) =>
  fetch(new URL(address, site.url), {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body,
  })

const fill = async (form: Locator, address: string) => {
  await form.getByRole('textbox').fill(address)
  await form.getByRole('button').click()
}

/** Signs up in the text of a story, and confirms. The page of their preferences is open then. */
async function join(reader: Reader, address: string): Promise<void> {
  await reader.visit(STORY, site.url)
  await fill(reader.page.locator('form:has([value=article])'), address)
  const confirm = linkIn(await mailTo(address, /confirm/i), '/subscribe/confirm')
  await reader.visit(confirm, site.url)
  await reader.page.locator('main').getByRole('button').click()
  await reader.page.waitForURL('**/subscribe/preferences?**')
}

const ticked = ({ page }: Reader) =>
  page
    .locator('input[name=newsletter]:checked')
    .evaluateAll((boxes: HTMLInputElement[]) => boxes.map((box) => box.value))

describe.for([
  ['with scripts', true],
  ['without scripts', false],
] as const)('%s', ([name, script]) => {
  const address = `${script ? 'jo' : 'amy'}@readers.example`

  test('a reader signs up in a story, confirms, chooses, pauses, moves to another address and leaves', async () => {
    await using reader = await Reader.open({ script, width: 375 })
    const { page } = reader
    const said = () => page.getByRole('status').textContent()
    await reader.visit(STORY, site.url)
    await fill(page.locator('form:has([value=article])'), address)
    expect(new URL(page.url()).pathname, name).toBe('/subscribe/sent')
    expect(await page.locator('main').textContent()).toContain(address)
    expect(page.url()).not.toContain('readers.example')

    const confirm = linkIn(await mailTo(address, /confirm/i), '/subscribe/confirm')
    // What looks for dangers in mails follows links, often more than once.
    for (let i = 0; i < 3; i++) expect((await site.get(confirm)).status).toBe(200)
    expect((await site.get(confirm.replace('/subscribe/confirm', '/subscribe/preferences'))).status).toBe(410)
    await reader.visit(confirm, site.url)
    await page.locator('main').getByRole('button').click()
    expect(await said()).toContain(address)
    expect(await ticked(reader)).toEqual(['morning'])

    await page.getByLabel('Broadsheet Weekend').check()
    await page.getByRole('button', { name: 'Save' }).click()
    expect(await said()).toContain('Saved')
    expect(await ticked(reader)).toEqual(['morning', 'weekend'])

    await page.getByLabel('For 4 weeks').check()
    await page.getByRole('button', { name: 'Pause' }).click()
    expect(await said()).toMatch(/Nothing is sent to you until/)
    await page.getByRole('button', { name: 'Resume now' }).click()
    expect(await said()).toContain('pause is over')

    await page.getByLabel('New email address').fill('no address')
    await page.getByRole('button', { name: 'Change' }).click()
    expect(await page.locator('#address').getAttribute('aria-invalid')).toBe('true')
    expect(await page.locator('#address').inputValue()).toBe('no address')

    const old = page.url()
    await page.getByLabel('New email address').fill(`new-${address}`)
    await page.getByRole('button', { name: 'Change' }).click()
    expect(await said()).toContain(`new-${address}`)
    const change = linkIn(await mailTo(`new-${address}`, /./), '/subscribe/confirm')
    await reader.visit(change, site.url)
    await page.locator('main').getByRole('button').click()
    expect(await said()).toContain(`new-${address}`)
    expect((await fetch(old)).status).toBe(410)

    await page.getByRole('button', { name: 'Unsubscribe from all' }).click()
    expect(await ticked(reader)).toEqual([])
    expect(site.output).not.toContain('readers.example')
    for (const secret of [confirm, change, old]) expect(site.output).not.toContain(secret.split('token=')[1])
  })

  test('all that is kept can be had, and be deleted for good', async () => {
    const gone = `gone-${address}`
    await using reader = await Reader.open({ script })
    await join(reader, gone)
    const { page } = reader
    const preferences = page.url()
    const data = await page.getByRole('link', { name: 'Download it' }).getAttribute('href')
    const answer = await site.get(data ?? '')
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment/)
    expect(JSON.stringify(await answer.json())).toContain(gone)
    await page.getByText('Delete it').click()
    await page.getByRole('button', { name: 'Delete everything' }).click()
    expect(new URL(page.url()).pathname).toBe('/subscribe/deleted')
    expect((await fetch(preferences)).status).toBe(410)
    expect((await site.get(data ?? '')).headers.get('location')).toMatch(/^\/subscribe\/preferences\?/)
  })

  test('the foot of a page asks for the address, and the next page which newsletters; nobody is that fast', async () => {
    await using reader = await Reader.open({ script })
    const { page } = reader
    await reader.visit('/', site.url)
    await fill(page.locator('footer form'), `foot-${address}`)
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Which newsletters?')
    expect(await page.getByLabel('Email address').inputValue()).toBe(`foot-${address}`)
    await page.getByLabel('Broadsheet Puzzles').check()
    const press = async () => {
      if (new URL(page.url()).pathname === '/subscribe') await page.getByRole('button', { name: 'Sign up' }).click()
      return new URL(page.url()).pathname
    }
    await expect.poll(press, { ...WAIT, interval: 1100 }).toBe('/subscribe/sent')
    expect((await mailTo(`foot-${address}`, /confirm/i)).text).toContain('Broadsheet Puzzles')
  })
})

test('mistakes are told at the top and beside their fields, and what was right stays', async () => {
  await using reader = await Reader.open({ script: false })
  const { page } = reader
  await reader.visit('/newsletters', site.url)
  await page.getByLabel('Email address').fill('"><b>jo</b>')
  await page.getByRole('button', { name: 'Sign up' }).click()
  const summary = page.getByRole('region', { name: 'This could not be sent yet' })
  expect(await summary.getByRole('link').count()).toBe(2)
  expect(await page.getByLabel('Email address').inputValue()).toBe('"><b>jo</b>')
  await summary.getByRole('link').first().click()
  expect(await page.evaluate(() => document.querySelector(':target')?.id)).toBe('address')
})

test('a robot that fills in every field is told that all is well, and nothing comes of it', async () => {
  const page = await site.text(STORY)
  const [, token = ''] = /name="token" value="([^"]+)"/.exec(page) ?? []
  const fields = { newsletter: 'morning', form: 'article', token, website: 'x', address: 'robot@readers.example' }
  const answer = await post('/subscribe/do/sign-up', String(new URLSearchParams(fields)))
  expect([answer.status, new URL(answer.headers.get('location') ?? '', site.url).pathname]).toEqual([
    303,
    '/subscribe/sent',
  ])
  await using reader = await Reader.open({ script: false })
  await join(reader, 'after-the-robot@readers.example')
  expect(sink.recipients).not.toContain('robot@readers.example')
})

test('an issue is ended by one click, at once, for good and however often', async () => {
  await using reader = await Reader.open({ script: false })
  const { page } = reader
  await join(reader, 'beth@readers.example')
  const preferences = page.url()
  const published = new Date(Date.now() - 60_000).toISOString()
  await sample.write({
    'articles/2026/new.md': article({ title: 'Fresh ink', published, image: null, authors: '[rosa-delgado]' }),
  })
  await site.get('/world/new')
  await expect.poll(async () => (await site.get('/world/new')).status, WAIT).toBe(200)
  const sent = await command('newsletter', ['send', 'morning', '--early'], environment())
  expect(sent, sent.stderr).toMatchObject({ code: 0 })

  const mail = await mailTo('beth@readers.example', /Fresh ink/)
  const [header = ''] = /https?:[^>]+/.exec(rawHeader(mail, 'list-unsubscribe')) ?? []
  const { pathname, search } = new URL(header)
  const oneClick = pathname + search
  await reader.visit(oneClick, site.url)
  expect(await page.getByRole('button', { name: 'Unsubscribe' }).isVisible()).toBe(true)
  await page.goto(preferences)
  expect(await ticked(reader)).toEqual(['morning'])
  for (let i = 0; i < 2; i++) {
    const answer = await post(oneClick, 'List-Unsubscribe=One-Click')
    expect([answer.status, answer.headers.get('set-cookie'), answer.headers.get('location')]).toEqual([200, null, null])
  }
  await page.goto(preferences)
  expect(await ticked(reader)).toEqual([])
  await reader.visit(oneClick, site.url)
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('It has stopped')

  // The web has it too, soon after.
  const archive = await issueAddress()
  await using another = await Reader.open()
  await another.visit(archive, site.url)
  for (const [width, colorScheme] of LOOKS) await look(another, width, colorScheme)
  expect(await another.page.locator('main').textContent()).toContain('Fresh ink')
  expect(await site.text('/newsletters/morning/feed.xml')).toContain(archive)
})

const rawHeader = ({ headerLines }: ParsedMail, name: string): string =>
  headerLines.find(({ key }) => key === name)?.line ?? ''

/** Where the latest issue is, once its newsletter's page leads there. */
async function issueAddress(): Promise<string> {
  let found = ''
  const look = async () => {
    found = /\/newsletters\/morning\/\d{4}-\d\d-\d\d/.exec(await site.text('/newsletters/morning'))?.[0] ?? ''
    return found
  }
  await expect.poll(look, WAIT).not.toBe('')
  return found
}

const LOOKS = [320, 375, 768, 1024, 1440].flatMap((width) =>
  (['light', 'dark'] as const).map((scheme) => [width, scheme] as const),
)

/** Axe finds nothing on the page that is open, and all of it fits. */
async function look({ page }: Reader, width: number, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.setViewportSize({ width, height: 900 })
  await page.emulateMedia({ colorScheme })
  expect(await outsiders(page), `${width} px`).toEqual(FITS)
  expect(await violations(page), `${width} px, ${colorScheme}`).toEqual([])
}

test('the pages that only a link opens are accessible, and fit every screen', { timeout: 60_000 }, async () => {
  await using reader = await Reader.open()
  const { page } = reader
  const address = 'a-reader-with-a-rather-long-name.who-likes-newsletters@readers-of-long-names.example'
  await reader.visit(STORY, site.url)
  await fill(page.locator('form:has([value=after])'), address)
  const sent = page.url()
  const confirm = linkIn(await mailTo(address, /confirm/i), '/subscribe/confirm')
  await reader.visit(confirm, site.url)
  await page.locator('main').getByRole('button').click()
  const confirmed = page.url()
  await page.getByLabel('New email address').fill('no address')
  await page.getByRole('button', { name: 'Change' }).click()
  const mistaken = page.url()
  await reader.visit('/newsletters', site.url)
  await page.getByRole('button', { name: 'Sign up' }).click()
  const missing = page.url()
  for (const url of [sent, new URL(confirm, site.url).href, confirmed, mistaken, missing]) {
    await page.goto(url)
    for (const [width, colorScheme] of LOOKS) await look(reader, width, colorScheme)
  }
})

test('without a mail server, mails are files in the data folder, and the log says where', async () => {
  await using trial = await copySample()
  await using alone = await new ServerProcess({ CONTENT_DIR: trial.root, DATA_DIR: trial.data }).ready()
  await using reader = await Reader.open({ script: false })
  await reader.visit(STORY, alone.url)
  await fill(reader.page.locator('form:has([value=article])'), 'meg@readers.example')
  const folder = path.join(trial.data, 'mail')
  const files = () => readdir(folder).catch(() => [])
  await expect.poll(files, WAIT).toHaveLength(1)
  const [file = ''] = await files()
  const mail = await simpleParser(await readFile(path.join(folder, file)))
  expect(linkIn(mail, '/subscribe/confirm')).toMatch(/^\/subscribe\/confirm\?token=/)
  expect(alone.output).toContain(folder)
  expect(alone.output).not.toContain('readers.example')
})
