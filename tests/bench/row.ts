import { type Summary, summarise } from './figures.ts'

/** A bound to reach, inclusive. */
export interface Goal {
  readonly most?: number
  readonly least?: number
}

/** One figure of the table. */
export interface Row {
  readonly what: string
  /** Null when it could not be measured; then `note` says why. */
  readonly value: number | null
  readonly unit: string
  readonly goal: Goal | null
  /** How it compares to something in the same run. */
  readonly against: { readonly what: string; readonly ratio: number } | null
  /** Null where there is no goal or no figure. */
  readonly reached: boolean | null
  readonly note: string | null
  readonly samples: Summary | null
}

/** What a measurement gives of a row; the rest follows. */
export interface Measured {
  readonly what: string
  readonly value: number
  readonly unit: string
  readonly goal?: Goal
  readonly against?: { readonly what: string; readonly value: number }
  readonly note?: string
  readonly samples?: readonly number[]
}

/** Whether a value is within a goal. */
export const reaches = (value: number, { most = Number.POSITIVE_INFINITY, least = Number.NEGATIVE_INFINITY }: Goal) =>
  value <= most && value >= least

/** Makes a row of the table of what was measured. */
export const row = ({ what, value, unit, goal, against, note, samples }: Measured): Row => ({
  what,
  value,
  unit,
  goal: goal ?? null,
  against: against ? { what: against.what, ratio: value / against.value } : null,
  reached: goal ? reaches(value, goal) : null,
  note: note ?? null,
  samples: samples ? summarise(samples) : null,
})

/** A row that says why there is no figure. */
export const missing = (what: string, why: string): Row => ({
  what,
  value: null,
  unit: '',
  goal: null,
  against: null,
  reached: null,
  note: why,
  samples: null,
})

/** Thrown by a measurement that this machine lacks something for; the message says what, and how to get it. */
export class NotMeasured extends Error {
  override name = 'NotMeasured'
}
