import type { Application, Letter } from '../model.ts'
import { listIn, momentIn } from './words.ts'

/** What letters say of who sends them. */
export interface Sender {
  readonly name: string
  /** The public address of the site. */
  readonly url: string
  readonly locale: string
  readonly timeZone: string
  readonly publisher: string
  readonly address: string | null
}

/** A letter before it has a form. */
export interface LetterWords {
  readonly subject: string
  /** What stands before the link, and after it. */
  readonly before: readonly string[]
  readonly button: string
  readonly after: readonly string[]
}

/** Where the forms are, by the names under which consent is kept. */
const FORMS: Readonly<Record<string, string>> = {
  article: 'the form in one of our stories',
  after: 'the form at the end of one of our stories',
  footer: 'the form at the foot of our pages',
  newsletters: 'the form on the page of our newsletters',
  newsletter: 'the form on the page of a newsletter',
  subscribe: 'our sign-up page',
  preferences: 'the page of your preferences',
}

const NOTHING_TO_DO = 'If it was not you, you need do nothing'

/** What a letter says. @param titles of newsletters, by slug */
export function wordsOf(letter: Letter, sender: Sender, titles: ReadonlyMap<string, string>): LetterWords {
  const { kind, application } = letter
  if ((kind === 'confirm' || kind === 'reminder') && application) return asking(kind, application, sender, titles)
  if (kind === 'change' && application) return changing(application, sender)
  if (kind === 'changed') return changed(sender)
  return known(letter, sender, titles)
}

const namesOf = (slugs: readonly string[], titles: ReadonlyMap<string, string>, locale: string): string =>
  listIn(
    slugs.map((slug) => titles.get(slug) ?? slug),
    locale,
  )

const hostOf = ({ url }: Sender): string => new URL(url).host

const goodUntil = ({ expires }: Application, sender: Sender): string =>
  `The link is good until ${momentIn(expires, sender)}. It leads to a page with a button, and nothing happens before you press that.`

function asking(
  kind: 'confirm' | 'reminder',
  application: Application,
  sender: Sender,
  titles: ReadonlyMap<string, string>,
): LetterWords {
  const wanted = namesOf(application.newsletters, titles, sender.locale)
  const form = FORMS[application.form] ?? 'a form'
  const asked = `On ${momentIn(application.asked, sender)} somebody, we hope you, asked for ${wanted} at this address. That was at ${hostOf(sender)}, with ${form}.`
  const isReminder = kind === 'reminder'
  return {
    subject: isReminder ? `Not confirmed yet: ${wanted}` : `Please confirm: ${wanted}`,
    before: [
      asked,
      isReminder
        ? 'It has not been confirmed yet. If it is right, this is how.'
        : 'If that is right, please confirm it.',
    ],
    button: 'Confirm',
    after: [
      goodUntil(application, sender),
      isReminder
        ? `${NOTHING_TO_DO}. Without a confirmation you get no newsletters. This is the last mail about it.`
        : `${NOTHING_TO_DO}. Without a confirmation you get no newsletters, and we remind you once at most.`,
    ],
  }
}

const changing = (application: Application, sender: Sender): LetterWords => ({
  subject: `Please confirm your new address for ${sender.name}`,
  before: [
    `On ${momentIn(application.asked, sender)} a reader of ${sender.name}, we hope you, asked us to send their newsletters to this address from now on.`,
    'If that is right, please confirm it. Until you do, they go to the old address.',
  ],
  button: 'Use this address',
  after: [
    goodUntil(application, sender),
    `${NOTHING_TO_DO}. Without a confirmation you get no newsletter at this address.`,
  ],
})

/** It goes to an address whose owner may be another one by now: it has no link to anything of the subscriber's. */
const changed = (sender: Sender): LetterWords => ({
  subject: `Your newsletters from ${sender.name} go to another address now`,
  before: [
    `Somebody with a link from your mails, we hope you, asked us to send your newsletters from ${sender.name} to another address, and that address has been confirmed. Nothing comes to this one any more.`,
    'If it was not you, or you want them here too, sign up again.',
  ],
  button: 'Sign up',
  after: ['If it was you, there is nothing to do.'],
})

function known({ subscriber }: Letter, sender: Sender, titles: ReadonlyMap<string, string>): LetterWords {
  const { locale } = sender
  const got = namesOf(subscriber?.newsletters ?? [], titles, locale)
  const paused = subscriber?.pausedUntil ?? null
  return {
    subject: `You get newsletters from ${sender.name} already`,
    before: [
      `Somebody, perhaps you, asked for newsletters at this address with a form at ${hostOf(sender)}. You get ${got === '' ? 'what was asked for' : got} already, so nothing has changed.`,
      ...(paused === null ? [] : ['They are paused, which you can end where your preferences are.']),
    ],
    button: 'Your preferences',
    after: [`${NOTHING_TO_DO}, and nothing has been told to whoever it was.`],
  }
}
