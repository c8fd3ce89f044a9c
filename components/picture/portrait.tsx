import type { Author } from '#lib/content/model.ts'
import { Picture } from './picture.tsx'

interface Props {
  readonly author: Pick<Author, 'photo' | 'initials'>
  readonly sizes: string
  readonly large?: boolean
}

/** An author's photograph, or their initials where there is none. */
export function Portrait({ author, sizes, large = false }: Props) {
  if (author.photo)
    return <Picture picture={author.photo} crop="square" sizes={sizes} widest={Number.parseFloat(sizes) * 16} />
  return (
    <span aria-hidden="true" className={`initials ${large ? 'text-d6' : 'text-d2'}`}>
      {author.initials}
    </span>
  )
}
