import { Registry } from 'prom-client'
import { expect, test } from 'vitest'
import { addNewsletterMetrics, type NewsletterFigures } from './newsletter-metrics.ts'

const FIGURES: NewsletterFigures = {
  signups: 5,
  confirmations: 4,
  unsubscriptions: 1,
  sent: 1200,
  bounces: 2,
  unsure: 1,
  waiting: 3,
  latest: new Map([['morning', Date.parse('2026-01-02T11:30:00Z')]]),
}

/** The lines that are figures. */
const lines = async (registry: Registry) =>
  (await registry.metrics()).split('\n').filter((line) => line !== '' && !line.startsWith('#'))

test('there are no figures of newsletters while nothing was ever kept', async () => {
  const registry = new Registry()
  await addNewsletterMetrics(registry, async () => null)()
  expect(await lines(registry)).toEqual([])
})

test('the figures are what is kept, by newsletter where that is of use', async () => {
  const registry = new Registry()
  await addNewsletterMetrics(registry, async () => FIGURES)()
  expect(await lines(registry)).toEqual([
    'broadsheet_newsletter_store_up 1',
    'broadsheet_newsletter_signups_total 5',
    'broadsheet_newsletter_confirmations_total 4',
    'broadsheet_newsletter_unsubscriptions_total 1',
    'broadsheet_newsletter_mails_sent_total 1200',
    'broadsheet_newsletter_bounces_total 2',
    'broadsheet_newsletter_mails_unsure_total 1',
    'broadsheet_newsletter_letters_waiting 3',
    'broadsheet_newsletter_last_issue_timestamp_seconds{newsletter="morning"} 1767353400',
  ])
})

test('no count falls to zero while the store cannot be reached', async () => {
  const registry = new Registry()
  const answers: (() => NewsletterFigures)[] = [
    () => {
      throw new Error('away')
    },
    () => FIGURES,
    () => {
      throw new Error('away')
    },
  ]
  const read = addNewsletterMetrics(registry, async () => answers.shift()?.() ?? null)
  await read()
  expect(await lines(registry)).toEqual(['broadsheet_newsletter_store_up 0'])
  await read()
  await read()
  expect(await lines(registry)).toEqual(
    expect.arrayContaining(['broadsheet_newsletter_store_up 0', 'broadsheet_newsletter_mails_sent_total 1200']),
  )
})
