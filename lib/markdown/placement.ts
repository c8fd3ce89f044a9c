import type { Root, RootContent } from 'hast'
import type { HastSlot } from './slots.ts'

/** What a body carries when it places none itself. */
export interface Defaults {
  /** The publication's first newsletter. */
  readonly newsletter: string | null
  readonly promotion: boolean
}

type Child = RootContent | HastSlot

/**
 * Adds the promotion and the newsletter's sign-up where the body has none: the sign-up after the third paragraph (at
 * the end of a shorter body, before its notes), the promotion right before the sign-up.
 */
export function placeDefaults(tree: Root, { newsletter, promotion }: Defaults): void {
  const children = tree.children as Child[]
  const has = (type: string) => children.some((child) => holds(child, type))
  const extra: Child[] = []
  if (promotion && !has('promotion')) {
    const slot: HastSlot = { type: 'slot', slot: { type: 'promotion' }, children: [] }
    const form = children.findIndex((child) => holds(child, 'newsletter'))
    if (form === -1) extra.push(slot)
    else children.splice(form, 0, slot)
  }
  if (newsletter !== null && !has('newsletter')) {
    extra.push({ type: 'slot', slot: { type: 'newsletter', name: newsletter }, children: [] })
  }
  if (extra.length > 0) children.splice(afterThirdParagraph(children), 0, ...extra)
}

function afterThirdParagraph(children: readonly Child[]): number {
  let paragraphs = 0
  for (const [at, child] of children.entries()) {
    if (child.type === 'element' && child.tagName === 'p' && ++paragraphs === 3) return at + 1
  }
  const last = children.at(-1)
  const notes = last?.type === 'element' && last.tagName === 'section'
  return notes ? children.length - 1 : children.length
}

const holds = (child: Child, type: string): boolean =>
  child.type === 'slot' && (child.slot.type === type || child.children.some((inner) => holds(inner as Child, type)))
