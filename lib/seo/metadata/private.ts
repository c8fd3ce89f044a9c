import type { Metadata } from 'next'
import type { Publication } from '../../content/model.ts'
import { UNLISTED } from './robots.ts'

/** The head of a page for one reader, which nobody shares and no search engine keeps. */
export const describePrivate = ({ name }: Pick<Publication, 'name'>, title: string): Metadata => ({
  title: { absolute: `${title} | ${name}` },
  robots: UNLISTED,
})
