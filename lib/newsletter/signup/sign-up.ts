import { readMailAddress } from '../address/mail-address.ts'
import { ageOfFresh, isDayToken } from '../tokens/form-token.ts'
import { say, seeOther } from './answers.ts'
import { consentOf } from './consent.ts'
import { type Form, readForm } from './form.ts'
import { chosenOf, type Parts } from './parts.ts'
import { LINK_LIFE } from './settle.ts'
import { type ErrorCode, type Place, sealSent, sealState, toPlace } from './state.ts'

/**
 * Takes a sign-up. Whoever the address belongs to, known or not, the same is asked of the store and the same is answered;
 * what comes of it is decided after the answer. A form that cannot be taken is shown again with all that was filled in:
 * where there are errors, where nothing proves that a browser sent it from a page of this site, and over a limit, which
 * is a page as well because it is people in large networks who need to be told. Robots that fill in the field that
 * nobody sees are told that all is well.
 */
export async function signUp(request: Request, parts: Parts): Promise<Response> {
  const form = await readForm(request)
  if ('status' in form) return say(form.status, form.why)
  const { newsletters, titles, limits, network, now } = parts
  const typed = form.get('address') ?? ''
  const chosen = chosenOf(form.getAll('newsletter'), titles)
  const place = toPlace(form.get('form') ?? '')
  const address = readMailAddress(typed)
  const taken = () =>
    seeOther(`/subscribe/sent?state=${sealSent(newsletters, { address: address ?? typed, newsletters: chosen }, now)}`)
  const again = (errors: readonly ErrorCode[]) => {
    const state = { address: typed, newsletters: chosen, form: place, errors }
    return seeOther(`/subscribe?state=${sealState(newsletters, state, now)}`)
  }

  if (form.get('website')) return taken()
  const errors = errorsOf(typed, address, chosen, place)
  if (address === null || errors.length > 0) return again(errors)
  if (chosen.length === 0) return again([])
  if (!isFromHere(request, form, place, parts)) return again(['again'])
  if (!(await limits.take(address, network))) return again(['limited'])
  try {
    await newsletters.repository.desk.apply({
      kind: 'sign-up',
      address,
      newsletters: chosen,
      subscriber: null,
      form: place,
      text: consentOf(
        place,
        parts.publication.name,
        chosen.flatMap((slug) => titles.get(slug) ?? []),
      ),
      asked: now,
      expires: now + LINK_LIFE,
    })
  } catch (error) {
    parts.complain(`newsletters: a sign-up could not be kept: ${(error as Error).message}`)
    return again(['unavailable'])
  }
  parts.wake()
  return taken()
}

/** What is wrong with the fields. The foot of a page asks for the address alone: what to get is chosen on the page that follows. */
function errorsOf(typed: string, address: string | null, chosen: readonly string[], place: Place): ErrorCode[] {
  const errors: ErrorCode[] = []
  if (typed.trim() === '') errors.push('address-missing')
  else if (address === null) errors.push('address-wrong')
  if (chosen.length === 0 && place !== 'footer') errors.push('newsletter-missing')
  return errors
}

/**
 * Whether a form was sent from a page of this site. A page that is kept and shown to many has a token of its day, which
 * a robot can have too: there a browser must have said besides that its own page sent the form. Browsers that say
 * nothing of the kind are led to a page made for them, whose token says how long they took.
 * @see https://www.w3.org/TR/fetch-metadata/#sec-fetch-site-header
 */
function isFromHere({ headers }: Request, form: Form, place: Place, { newsletters, now }: Parts): boolean {
  const { key, settings } = newsletters
  const token = form.get('token') ?? ''
  const site = headers.get('sec-fetch-site')
  if (place !== 'subscribe') return site === 'same-origin' && isDayToken(key, token, place, now)
  if (site !== null && site !== 'same-origin') return false
  const age = ageOfFresh(key, token, now)
  return age !== null && age >= settings.leastTime
}
