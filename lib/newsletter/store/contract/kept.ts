import type { Issue, Subscriber } from '../../model.ts'
import type { Decision, NewApplication, NewIssue, Repository } from '../repository.ts'
import type { Engine } from '../sql.ts'

/** An empty store, for one test. */
export interface Kept extends AsyncDisposable {
  readonly repository: Repository
  /** For what no use case asks: everything that lies in the tables. */
  readonly engine: Engine
}

/** How an engine gives each test a store of its own. */
export type Open = () => Promise<Kept>

/** A morning in November 2026, and units of time, in milliseconds. */
export const NOW = Date.UTC(2026, 10, 23, 6, 30)
export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

export const application = (address: string, more: Partial<NewApplication> = {}): NewApplication => ({
  kind: 'sign-up',
  address,
  newsletters: ['morning'],
  subscriber: null,
  form: 'footer',
  text: 'Get The Morning by mail.',
  asked: NOW,
  expires: NOW + 48 * HOUR,
  ...more,
})

/** Decides that everybody is written to. */
export const welcome = (): Decision => ({ type: 'keep', letter: 'confirm' })

/** Has someone sign up and confirm. */
export async function subscribed(
  { desk }: Repository,
  address: string,
  newsletters: readonly string[] = ['morning'],
): Promise<Subscriber> {
  await desk.apply(application(address, { newsletters }))
  let id = ''
  await desk.settle(NOW, (facts) => {
    id = facts.application.id
    return { type: 'keep', letter: null }
  })
  const confirmed = await desk.confirm(id, NOW)
  if (confirmed.type !== 'confirmed') throw new Error(`${address} could not confirm.`)
  return confirmed.subscriber
}

/** Adds subscribers of “morning”, `reader-0@example.org` and so on, faster than they could sign up. */
export async function crowd({ subscribers }: Repository, count: number, newsletters = ['morning']): Promise<void> {
  await subscribers.add(
    Array.from({ length: count }, (_, at) => ({
      subscriber: { address: `reader-${at}@example.org`, pausedUntil: null, stopped: null, joined: NOW },
      consents: newsletters.map((newsletter) => {
        return { newsletter, asked: NOW, confirmed: NOW, form: 'import', text: 'Asked on paper.' }
      }),
    })),
  )
}

export const newIssue = (more: Partial<NewIssue> = {}): NewIssue => ({
  newsletter: 'morning',
  date: '2026-11-23',
  slot: NOW,
  state: 'sending',
  revision: 'abc',
  built: NOW,
  content: CONTENT,
  ...more,
})

export const CONTENT = {
  title: 'The Morning',
  sender: 'The Paper',
  subject: 'Rain',
  preheader: 'And wind',
  stories: [],
  corrections: [],
  locale: 'en-GB',
  timeZone: 'Europe/London',
}

/** Makes an issue that goes to all of “morning”. */
export async function made(repository: Repository, more: Partial<NewIssue> = {}): Promise<Issue> {
  const issue = await repository.issues.create(newIssue(more))
  if (issue === null) throw new Error('There is an issue of that day already.')
  return issue
}

/** How many recipients of an issue are in each state. */
export async function progressOf({ issues }: Repository, id: string): Promise<Record<string, number>> {
  const progress = await issues.progress(id)
  return Object.fromEntries(progress.map(({ state, count }) => [state, count]))
}

const TABLES = [
  'secrets',
  'counters',
  'leases',
  'subscribers',
  'subscriptions',
  'applications',
  'letters',
  'issues',
  'deliveries',
  'forgotten',
  'migrations',
]

/** Everything that is kept, as text. */
export async function dump(engine: Engine): Promise<string> {
  const tables = await Promise.all(TABLES.map(async (table) => [table, await engine.all(`SELECT * FROM ${table}`)]))
  return JSON.stringify(tables)
}
