import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { Reading } from '../../content/catalog/reading.ts'
import { closeNewsletters, openNewsletters } from '../open.ts'
import { freshToken as freshOf, isDayToken } from '../tokens/form-token.ts'
import { Links } from '../tokens/links.ts'
import { confirmationOf, formToken, freshToken, preferencesOf, readState, unsubscriptionOf } from './pages.ts'
import { settleRule } from './settle.ts'
import { sealState } from './state.ts'

const NOW = Date.UTC(2026, 10, 23, 12)

afterEach(() => {
  vi.unstubAllEnvs()
})

/** This process with a data folder of its own, as settings say it. */
async function thisProcess(): Promise<{ readonly dataDir: string } & AsyncDisposable> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'pages-'))
  vi.stubEnv('DATA_DIR', dataDir)
  return {
    dataDir,
    async [Symbol.asyncDispose]() {
      await closeNewsletters()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** Jo, who has asked for a newsletter, and what was asked for. */
async function joHasAsked() {
  const { key, repository } = await openNewsletters()
  await repository.desk.apply({
    kind: 'sign-up',
    address: 'jo@example.org',
    newsletters: ['morning'],
    subscriber: null,
    form: 'subscribe',
    text: 'yes',
    asked: NOW,
    expires: NOW + 1_000,
  })
  await repository.desk.settle(NOW, settleRule)
  const [letter] = await repository.desk.claimLetters(1, NOW)
  if (!letter?.application) throw new Error('There is no letter.')
  return { key, repository, application: letter.application, links: new Links(key, 'https://paper.example') }
}

const tokenOf = (link: string): string => new URL(link).searchParams.get('token') ?? ''

test('a page gets the token of its form', async () => {
  await using _ = await thisProcess()
  const { key } = await openNewsletters()
  expect(isDayToken(key, await formToken('article', NOW), 'article', NOW)).toBe(true)
  expect(await freshToken(NOW)).toBe(freshOf(key, NOW))
})

test('where nothing can be kept a page gets no token, fails not, and does not try again at once', async () => {
  await using running = await thisProcess()
  const file = path.join(running.dataDir, 'newsletters.db')
  await writeFile(file, 'this is no database, and long enough to be read as one'.repeat(100))
  expect(await formToken('article', NOW)).toBe('')
  await rm(file)
  expect(await formToken('article', NOW + 1_000)).toBe('')
  expect(await formToken('article', NOW + 30_000)).not.toBe('')
})

test('a page without a token notes that, and has one as soon as somebody else has opened what is kept', async () => {
  await using running = await thisProcess()
  const file = path.join(running.dataDir, 'newsletters.db')
  await writeFile(file, 'this is no database, and long enough to be read as one'.repeat(100))
  const keysOf = async (now: number) => {
    const reading = new Reading()
    const token = await reading.run(() => formToken('article', now))
    return { token: token !== '', keys: [...reading.keys] }
  }
  const later = NOW + 3_600_000
  expect(await keysOf(later)).toEqual({ token: false, keys: ['forms'] })
  await rm(file)
  expect(await keysOf(later + 1_000)).toEqual({ token: false, keys: ['forms'] })
  await openNewsletters()
  expect(await keysOf(later + 2_000)).toEqual({ token: true, keys: [] })
})

test('a page that confirms shows what, before, after, and not when it is over; looking changes nothing', async () => {
  await using _ = await thisProcess()
  const { application, links, repository } = await joHasAsked()
  const token = tokenOf(links.confirm(application))
  for (let scan = 0; scan < 3; scan++) {
    expect(await confirmationOf(token, NOW)).toMatchObject({ newsletters: ['morning'], confirmed: null })
  }
  expect(await repository.subscribers.byAddress('jo@example.org')).toBeNull()
  await repository.desk.confirm(application.id, NOW)
  expect(await confirmationOf(token, NOW)).toMatchObject({ confirmed: NOW })
  expect(await confirmationOf(token, NOW + 1_000)).toBeNull()
  expect(await confirmationOf(`${token}x`, NOW)).toBeNull()
})

test('a link opens the preferences of its subscriber, and none that is void does', async () => {
  await using _ = await thisProcess()
  const { application, links, repository } = await joHasAsked()
  await repository.desk.confirm(application.id, NOW)
  const jo = await repository.subscribers.byAddress('jo@example.org')
  if (jo === null) throw new Error('There is no subscriber.')
  expect(await preferencesOf(tokenOf(links.preferences(jo)))).toEqual(jo)
  expect(await preferencesOf(tokenOf(links.preferences({ ...jo, epoch: jo.epoch + 1 })))).toBeNull()
  expect(await preferencesOf(tokenOf(links.unsubscribe(jo, 'morning')))).toBeNull()
})

test('a page that unsubscribes says of what, and whether it has been done; looking changes nothing', async () => {
  await using _ = await thisProcess()
  const { application, links, repository } = await joHasAsked()
  await repository.desk.confirm(application.id, NOW)
  const jo = await repository.subscribers.byAddress('jo@example.org')
  if (jo === null) throw new Error('There is no subscriber.')
  const token = tokenOf(links.unsubscribe(jo, 'morning'))
  for (let scan = 0; scan < 3; scan++) {
    expect(await unsubscriptionOf(token)).toEqual({ newsletter: 'morning', gets: true })
  }
  await repository.subscribers.erase(jo.id)
  expect(await unsubscriptionOf(token)).toEqual({ newsletter: 'morning', gets: false })
  expect(await unsubscriptionOf(token.slice(1))).toBeNull()
})

test('the form shows again what was filled in, for an hour', async () => {
  await using _ = await thisProcess()
  const opened = await openNewsletters()
  const state = { address: '<script>', newsletters: ['morning'], form: 'article', errors: ['address-wrong'] } as const
  const sealed = sealState(opened, state, NOW)
  expect(await readState(sealed, NOW)).toMatchObject({ address: '<script>', errors: [{ field: 'address' }] })
  expect(await readState(sealed, NOW + 3_600_000)).toBeNull()
  expect(await readState('x', NOW)).toBeNull()
})
