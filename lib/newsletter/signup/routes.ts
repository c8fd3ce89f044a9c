import { getNewsletterRefs } from '../../content/queries/newsletters.ts'
import { getPublication } from '../../content/queries/publication.ts'
import { openNewsletters } from '../open.ts'
import { wakePress } from '../press/press.ts'
import { say } from './answers.ts'
import { currentCaller } from './caller.ts'
import { confirm as confirmWith } from './confirm.ts'
import { download as downloadWith } from './download.ts'
import { signUpLimits } from './limits.ts'
import { oneClick as oneClickWith, showUnsubscribe as showWith } from './one-click.ts'
import type { Parts } from './parts.ts'
import { changePreferences as changeWith } from './preferences.ts'
import { signUp as signUpWith } from './sign-up.ts'

type Handler = (request: Request) => Promise<Response>

const complain = (line: string) => console.error(line)

async function partsOfProcess(): Promise<Parts> {
  const [newsletters, publication, refs] = await Promise.all([openNewsletters(), getPublication(), getNewsletterRefs()])
  return {
    newsletters,
    publication,
    titles: new Map(refs.map(({ slug, title }) => [slug, title])),
    limits: signUpLimits(newsletters.settings),
    network: currentCaller()?.network ?? null,
    now: Date.now(),
    wake: wakePress,
    complain,
  }
}

/** An answer with what this process has. What fails is said to the reader in a sentence, and to the operator why. */
const answer =
  (handle: (request: Request, parts: Parts) => Promise<Response>): Handler =>
  async (request) => {
    try {
      return await handle(request, await partsOfProcess())
    } catch (error) {
      complain(`newsletters: a request could not be answered: ${(error as Error).message}`)
      return say(503, 'This does not work just now, and nothing was changed. Try again in a few minutes.')
    }
  }

/** POST `/subscribe/do/sign-up`: `address`, `newsletter` (each that was chosen), `form`, `token`, `website`. */
export const signUp: Handler = answer(signUpWith)

/** POST `/subscribe/do/confirm`: `token`. */
export const confirm: Handler = answer(confirmWith)

/** POST `/subscribe/do/preferences`: `token`, `do`, and what the action needs. */
export const changePreferences: Handler = answer(changeWith)

/** GET `/subscribe/data?token=`. */
export const download: Handler = answer(downloadWith)

/** POST `/unsubscribe/one-click?token=`. */
export const oneClick: Handler = answer(oneClickWith)

/** GET `/unsubscribe/one-click?token=`. */
export const showUnsubscribe = async (request: Request): Promise<Response> => showWith(request)
