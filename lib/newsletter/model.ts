/**
 * What Broadsheet keeps of those who get its newsletters, and of what it sends them. Times are milliseconds since the
 * epoch; ids are random and say nothing.
 */

/** Someone who has confirmed an address. */
export interface Subscriber {
  readonly id: string
  /** As it is written to: the domain in ASCII, the part before it as the reader wrote it. */
  readonly address: string
  /** Slugs of the newsletters that they get, in order. */
  readonly newsletters: readonly string[]
  /** Nothing is sent before this moment; null when there is no pause. */
  readonly pausedUntil: number | null
  /** Why nothing is sent any more, whatever they get: the address does not take mail. Confirming anew ends it. */
  readonly stopped: 'bounced' | null
  /** Links that were signed for an earlier one are void. It counts up when the address changes. */
  readonly epoch: number
  readonly joined: number
}

/** That a reader asked for something, and what they were told: kept as long as the subscription. */
export interface Consent {
  readonly newsletter: string
  /** When the form was sent, and when the link in the mail was confirmed. */
  readonly asked: number
  readonly confirmed: number
  /** Which form: `article`, `after`, `footer`, `newsletters`, `preferences`, `import` … */
  readonly form: string
  /** The sentence that stood beside the button. */
  readonly text: string
}

/** What a reader has asked for and has not confirmed yet. */
export interface Application {
  readonly id: string
  /** `change` is for another address of someone who is known: `subscriber`. */
  readonly kind: 'sign-up' | 'change'
  readonly address: string
  readonly newsletters: readonly string[]
  readonly subscriber: string | null
  readonly form: string
  readonly text: string
  readonly asked: number
  /** Until when its link is good. */
  readonly expires: number
  /** Mails that asked for a confirmation: two at most, whoever asks how often. */
  readonly mails: number
  readonly confirmed: number | null
}

/**
 * A mail to one person about their subscription, not an issue: `confirm` and `reminder` have the link that confirms an
 * application, `known` goes to someone who gets all that they asked for already, `change` confirms a new address, and
 * `changed` tells the old one.
 */
export interface Letter {
  readonly id: string
  readonly kind: 'confirm' | 'reminder' | 'known' | 'change' | 'changed'
  readonly address: string
  /** The application it is about; null for `known` and `changed`. */
  readonly application: Application | null
  /** The subscriber it is about; null for `confirm` and `reminder`. */
  readonly subscriber: Subscriber | null
  /** Which attempt this is, from 1. */
  readonly attempt: number
}

/** One story as an issue carries it. */
export interface IssueStory {
  readonly slug: string
  /** Path on the site. */
  readonly href: string
  readonly headline: string
  readonly dek: string | null
  readonly kicker: string
  /** “By Jo March”, or null. */
  readonly byline: string | null
  readonly minutes: number
  /** `src` is a path on the site to a picture for mails, in a format that all of them show; sizes in pixels as shown. */
  readonly picture: {
    readonly src: string
    readonly width: number
    readonly height: number
    readonly alt: string
  } | null
  /** Names the text that was carried: another text has another one. */
  readonly version: string
  /** The newest correction that the story had when it was carried, in milliseconds; null if none. */
  readonly corrected: number | null
}

/** That something which an earlier issue carried was corrected or withdrawn since. */
export interface IssueCorrection {
  readonly slug: string
  readonly href: string
  readonly headline: string
  /** The issue that carried it: its date. */
  readonly carried: string
  readonly kind: 'corrected' | 'withdrawn'
  /** What was corrected, as text; the reason of a withdrawal. */
  readonly text: string
  readonly at: number
}

/** All that is in an issue, whoever gets it: what mails and the web version are made from. */
export interface IssueContent {
  /** Title of the newsletter when it was built. */
  readonly title: string
  /** Whom it is from, as mail programs show it. */
  readonly sender: string
  readonly subject: string
  /** What mail programs show after the subject. */
  readonly preheader: string
  /** The first one leads. */
  readonly stories: readonly IssueStory[]
  readonly corrections: readonly IssueCorrection[]
  /** A BCP 47 tag and a zone of the IANA's, as the publication had them. */
  readonly locale: string
  readonly timeZone: string
}

/**
 * `sending` has recipients who wait; `sent` has none left. `stopped` has some who get it only if an operator says so.
 * `empty` had nothing new, `skipped` came too late; neither has content or recipients.
 */
export type IssueState = 'sending' | 'stopped' | 'sent' | 'empty' | 'skipped'

export interface Issue {
  readonly id: string
  readonly newsletter: string
  /** The day of its slot in the publication's zone, `2026-11-23`: one issue a newsletter and day, and its address. */
  readonly date: string
  /** When it was due. */
  readonly slot: number
  readonly state: IssueState
  /** Commit of the content that it was built from; null where that is no checkout. */
  readonly revision: string | null
  readonly built: number
  readonly finished: number | null
  readonly content: IssueContent | null
}

/**
 * `waiting` has not been tried, or waits for another attempt; `handed` is with the mail server, or was when a process
 * ended; `sent`, `failed` (refused for good, or too often) and `dropped` (unsubscribed meanwhile) are ends; `unsure` is
 * one too: the connection broke after the text was complete and before the server said what became of it.
 */
export type DeliveryState = 'waiting' | 'handed' | 'sent' | 'failed' | 'dropped' | 'unsure'

/** One recipient of an issue, taken on to be sent now. */
export interface Delivery {
  readonly issue: string
  readonly subscriber: string
  readonly address: string
  /** For the links in it. */
  readonly epoch: number
  /** Which attempt this is, from 1. */
  readonly attempt: number
}

/** What became of an attempt. `reply` is what the mail server said, without the address, or why nothing was said. */
export type Outcome =
  | { readonly type: 'sent' | 'unsure'; readonly reply: string }
  /** Refused for good: with `isBounce` it was this address's fault and counts towards the stop. */
  | { readonly type: 'failed'; readonly reply: string; readonly isBounce: boolean }
  /** Not now: `next` is when to try again. */
  | { readonly type: 'later'; readonly reply: string; readonly next: number }

/** What has happened since the store was made; they only go up. */
export interface Tallies {
  readonly signups: number
  readonly confirmations: number
  readonly unsubscriptions: number
  readonly sent: number
  readonly bounces: number
  readonly unsure: number
}
