import type { Moment } from '#lib/content/model.ts'
import { formatMoment, type Place, type TimeForm } from './format.ts'

interface Props {
  readonly moment: Moment
  readonly form: TimeForm
  readonly place: Place
}

/** A moment in words, with the moment itself for machines. */
export function Stamp({ moment, form, place }: Props) {
  return <time dateTime={moment.iso}>{formatMoment(moment, form, place)}</time>
}
