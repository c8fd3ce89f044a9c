import type { SignUp } from '#components/newsletter/sign-up-form.tsx'
import { Figure } from '#components/picture/figure.tsx'
import type { Place } from '#components/text/format.ts'
import { Html } from '#components/text/html.tsx'
import type { BodyBlock } from '#lib/content/model.ts'
import { Aside } from './aside.tsx'
import { NewsletterBlock } from './newsletter-block.tsx'
import { PromotionBlock } from './promotion-block.tsx'
import { PullQuote } from './pull-quote.tsx'
import { ReadMore } from './read-more.tsx'

interface Props {
  readonly blocks: readonly BodyBlock[]
  readonly place: Place
  /** Features open with a large initial. */
  readonly dropCap?: boolean
  /** A story closes with an end mark. */
  readonly ends?: boolean
  /** Makes a form of the first newsletter that stands in it; of any other there is the way to its page. */
  readonly signUp?: SignUp | null
}

/** A body: runs of text and the blocks between them, in the editor's order. */
export function Body({ blocks, place, dropCap = false, ends = false, signUp = null }: Props) {
  const last = ends ? blocks.findLastIndex((block) => block.type === 'html') : -1
  const first = blocks.findIndex((block) => block.type === 'newsletter')
  return (
    <div className={`flow ${dropCap ? 'drop-cap' : ''}`}>
      {blocks.map((block, position) => (
        <Block
          // biome-ignore lint/suspicious/noArrayIndexKey: a body never changes its order once rendered
          key={position}
          block={block}
          place={place}
          last={position === last}
          signUp={position === first ? signUp : null}
        />
      ))}
    </div>
  )
}

interface BlockProps {
  readonly block: BodyBlock
  readonly place: Place
  readonly last: boolean
  readonly signUp: SignUp | null
}

function Block({ block, place, last, signUp }: BlockProps) {
  switch (block.type) {
    case 'html':
      return <Html html={block.html} className={last ? 'run ends' : 'run'} />
    case 'figure':
      return <Figure className="piece" picture={block.picture} sizes="(min-width: 38rem) 35rem, 94vw" />
    case 'pullquote':
      return <PullQuote by={block.by} html={block.html} />
    case 'aside':
      return (
        <Aside title={block.title}>
          <Body blocks={block.blocks} place={place} />
        </Aside>
      )
    case 'related':
      return <ReadMore story={block.story} place={place} />
    case 'newsletter':
      return <NewsletterBlock newsletter={block.newsletter} signUp={signUp} />
    case 'promotion':
      return <PromotionBlock promotion={block.promotion} />
  }
}
