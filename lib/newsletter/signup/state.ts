import type { Newsletters } from '../open.ts'
import { seal, unseal } from '../tokens/seal.ts'

/** Where a form stands: in a story, after it, at the foot of every page, and on pages of newsletters. */
const PLACES = ['article', 'after', 'footer', 'newsletters', 'newsletter', 'subscribe'] as const
export type Place = (typeof PLACES)[number]

/** The forms in which a reader chooses among newsletters; the others are for one. */
export const FORMS_OF_SEVERAL: ReadonlySet<Place> = new Set(['newsletters', 'subscribe'])

/** The place that a form names; the page of its own when it names none that there is. */
export const toPlace = (text: string): Place => PLACES.find((place) => place === text) ?? 'subscribe'

/** What keeps a form from being taken; `message` is a sentence for the reader. */
export interface FormError {
  /** Beside which field it stands; `form` is for the whole. */
  readonly field: 'address' | 'newsletter' | 'form'
  readonly code: ErrorCode
  readonly message: string
}

/** `again`: nothing is wrong with what was filled in; whoever it was has to press the button once more. */
export type ErrorCode = keyof typeof ERRORS

const ERRORS = {
  'address-missing': ['address', 'Enter your email address.'],
  'address-wrong': ['address', 'Enter an email address such as name@example.org. Mail could not be sent to this one.'],
  'newsletter-missing': ['newsletter', 'Choose at least one newsletter.'],
  again: ['form', 'Please check this and press the button once more. It shows us that you are not a robot.'],
  limited: [
    'form',
    'There have been too many sign-ups for this address, from your network or in all. Nothing was sent. Try again tomorrow.',
  ],
  unavailable: ['form', 'Your sign-up could not be kept just now. Nothing was sent. Try again in a few minutes.'],
} as const

const formError = (code: ErrorCode): FormError => {
  const [field, message] = ERRORS[code]
  return { field, code, message }
}

/** A form that came in and was not taken: what the reader filled in, and why. */
export interface SignUpState {
  /** As it was typed, whatever that is; 254 characters at most. */
  readonly address: string
  /** Slugs of newsletters that there are. */
  readonly newsletters: readonly string[]
  /** The form that it came from. */
  readonly form: Place
  readonly errors: readonly FormError[]
}

/** The same, with errors by their codes. */
export type Filled = Omit<SignUpState, 'errors'> & { readonly errors: readonly ErrorCode[] }

/** A form that was taken. */
export interface Sent {
  readonly address: string
  readonly newsletters: readonly string[]
}

/** What a reader typed as another address; `error` is null where it was taken. */
export interface Change {
  readonly address: string
  readonly error: string | null
}

type Kept = Pick<Newsletters, 'key'>

/** The state of a form, for the address of the page that shows it. What is too long for an address is cut. */
export const sealState = ({ key }: Kept, state: Filled, now: number): string =>
  seal(key, 'form', [...cut(state), state.form, state.errors], now)

export const sealSent = ({ key }: Kept, sent: Sent, now: number): string => seal(key, 'sent', cut(sent), now)

export const sealChange = ({ key }: Kept, { address, error }: Change, now: number): string =>
  seal(key, 'change', [cutAddress(address), error], now)

// What opens was sealed here within the hour, so that its shape is known.
export function openState({ key }: Kept, sealed: string, now: number): SignUpState | null {
  const opened = unseal(key, 'form', sealed, now) as [string, string[], Place, ErrorCode[]] | null
  if (opened === null) return null
  const [address, newsletters, form, errors] = opened
  return { address, newsletters, form, errors: errors.map(formError) }
}

export function openSent({ key }: Kept, sealed: string, now: number): Sent | null {
  const opened = unseal(key, 'sent', sealed, now) as [string, string[]] | null
  return opened && { address: opened[0], newsletters: opened[1] }
}

export function openChange({ key }: Kept, sealed: string, now: number): Change | null {
  const opened = unseal(key, 'change', sealed, now) as [string, string | null] | null
  return opened && { address: opened[0], error: opened[1] }
}

/** The target of a request is 2,048 characters at most, and sealing makes four of three. */
const ROOM = { address: 400, newsletters: 800 }

const sizeOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value))

function cutAddress(address: string): string {
  const short = address.slice(0, 254).toWellFormed()
  return sizeOf(short) <= ROOM.address ? short : short.slice(0, 60).toWellFormed()
}

function cut({ address, newsletters }: Sent): [string, string[]] {
  const kept: string[] = []
  for (const newsletter of newsletters) if (sizeOf([...kept, newsletter]) <= ROOM.newsletters) kept.push(newsletter)
  return [cutAddress(address), kept]
}
