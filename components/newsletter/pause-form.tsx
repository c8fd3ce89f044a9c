import type { Place } from '#components/text/format.ts'
import { PAUSES } from '#lib/newsletter/signup/pause.ts'
import { Action } from './action.tsx'
import { pauseInWords } from './said.ts'

const inWords = (weeks: number) => (weeks === 0 ? 'Until I resume' : weeks === 1 ? 'For a week' : `For ${weeks} weeks`)

interface Props {
  readonly token: string
  /** The end of the pause that there is, in milliseconds; null when there is none. */
  readonly until: number | null
  readonly place: Place
}

/** Begins a pause, or ends it. */
export function PauseForm({ token, until, place }: Props) {
  if (until !== null)
    return (
      <Action name="resume" token={token} title="Paused">
        <p className="mt-2 text-base">Nothing is sent {pauseInWords(until, place)}.</p>
        <button className="submit mt-3" type="submit">
          Resume now
        </button>
      </Action>
    )
  return (
    <Action name="pause" token={token} title="Pause">
      <fieldset className="mt-2">
        <legend className="text-base">Nothing is sent meanwhile, and your choices are kept.</legend>
        <ul className="mt-3 grid gap-2 font-sans text-base sm:grid-cols-2">
          {PAUSES.map((weeks, position) => (
            <li key={weeks}>
              <label className="flex cursor-pointer items-center gap-2.5">
                <input className="tick" type="radio" name="weeks" value={weeks} defaultChecked={position === 0} />
                {inWords(weeks)}
              </label>
            </li>
          ))}
        </ul>
      </fieldset>
      <button className="submit mt-4" type="submit">
        Pause
      </button>
    </Action>
  )
}
