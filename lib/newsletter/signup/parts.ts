import type { Publication } from '../../content/model.ts'
import type { Newsletters } from '../open.ts'
import type { SignUpLimits } from './limits.ts'

/** All that the answers to forms and links are made from. */
export interface Parts {
  readonly newsletters: Pick<Newsletters, 'repository' | 'key' | 'settings'>
  readonly publication: Pick<Publication, 'name'>
  /** Titles of the newsletters that there are, by slug, in their order. */
  readonly titles: ReadonlyMap<string, string>
  readonly limits: Pick<SignUpLimits, 'take'>
  /** The network that the request comes from; null where it is not known. */
  readonly network: string | null
  readonly now: number
  /** Tells whoever sends mails that something has come in. */
  readonly wake: () => void
  /** For an operator. Never with an address, a token or what a form said. */
  readonly complain: (line: string) => void
}

/** The newsletters that a form names and that there are, once each and in their order. */
export const chosenOf = (named: readonly string[], titles: ReadonlyMap<string, string>): string[] =>
  [...titles.keys()].filter((slug) => named.includes(slug))
