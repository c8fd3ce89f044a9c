/** One figure: how long something took, in milliseconds, and how that compares to something in the same run. */
export interface Row {
  readonly what: string
  readonly ms: number
  readonly against: string
  readonly ratio: number
}

export const row = (what: string, ms: number, against: string, base: number): Row => ({
  what,
  ms: Math.round(ms),
  against,
  ratio: Number((ms / base).toFixed(2)),
})
