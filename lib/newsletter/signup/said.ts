/** What the page of preferences says of what was just done. */
const SAID = [
  'confirmed',
  'chosen',
  'paused',
  'resumed',
  'address-sent',
  'address-changed',
  'address-wrong',
  'address-same',
  'limited',
  'left',
] as const
export type Said = (typeof SAID)[number]

export const isSaid = (text: unknown): text is Said => SAID.some((said) => said === text)
