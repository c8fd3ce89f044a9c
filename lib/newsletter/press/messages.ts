import type { Issue } from '../model.ts'
import type { NewsletterSettings } from '../settings.ts'
import type { NewIssue } from '../store/repository.ts'
import type { Imprint } from './imprint.ts'

/** What the thread that sends is started with. */
export interface SenderOptions {
  readonly settings: NewsletterSettings
  /** Signs links. */
  readonly key: Uint8Array
  /** Names this process, for leases. */
  readonly holder: string
}

/** An issue to be made and sent, or one that is there already to go on with. */
export type IssueJob = Pick<Issue, 'newsletter' | 'date'> & { readonly made: NewIssue | null }

/** What is asked of the thread. */
export type Call =
  | { readonly id: number; readonly name: 'letters'; readonly imprint: Imprint }
  | { readonly id: number; readonly name: 'issue'; readonly imprint: Imprint; readonly job: IssueJob }
  | { readonly id: number; readonly name: 'close' }

/** `busy` is in another process's hands; `over` needs nothing more; `later` and `stopped` have recipients who wait. */
export type Result = 'sent' | 'later' | 'stopped' | 'busy' | 'over'

/** What it says. */
export type Message =
  | { readonly type: 'log'; readonly level: 'info' | 'warn' | 'error'; readonly line: string }
  /** What keeps mails from being sent; null when they are sent again. */
  | { readonly type: 'trouble'; readonly line: string | null }
  | { readonly type: 'made'; readonly newsletter: string }
  | { readonly type: 'done'; readonly id: number; readonly result: Result | null }
  | { readonly type: 'failed'; readonly id: number; readonly message: string }
