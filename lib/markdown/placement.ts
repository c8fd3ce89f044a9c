import type { ElementContent } from 'hast'
import { afterThirdParagraph } from './paragraphs.ts'
import type { HtmlSlot, SlotBlock } from './slots.ts'

/** What a body carries when it places none itself. */
export interface Defaults {
  /** The publication's first newsletter. */
  readonly newsletter: string | null
  readonly promotion: boolean
}

/**
 * Adds the promotion and the newsletter's sign-up where the body has none: the sign-up after the third paragraph (at
 * the end of a shorter body), the promotion right before the sign-up.
 */
export function withDefaults(
  body: readonly ElementContent[],
  { newsletter, promotion }: Defaults,
): readonly ElementContent[] {
  const children = [...body]
  const has = (type: SlotBlock['type']) => children.some((child) => holds(child, type))
  if (newsletter !== null && !has('newsletter')) {
    children.splice(afterThirdParagraph(children), 0, slot({ type: 'newsletter', name: newsletter }))
  }
  if (promotion && !has('promotion')) {
    const form = children.findIndex((child) => holds(child, 'newsletter'))
    children.splice(form === -1 ? afterThirdParagraph(children) : form, 0, slot({ type: 'promotion' }))
  }
  return children
}

const slot = (block: SlotBlock): HtmlSlot => ({ type: 'slot', slot: block, children: [] })

const holds = (child: ElementContent, type: SlotBlock['type']): boolean =>
  child.type === 'slot' && (child.slot.type === type || child.children.some((inner) => holds(inner, type)))
