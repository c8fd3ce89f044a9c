import { type FC, createElement as h, type ReactNode, type TableHTMLAttributes, type TdHTMLAttributes } from 'react'
import { type Components, OUTLOOK } from './render.ts'
import { SHEET, STYLE, WIDTH } from './style.ts'

/** What is around the content of any mail. */
export interface Shell {
  /** A BCP 47 tag. */
  readonly locale: string
  readonly subject: string
  /** What mail programs show after the subject. */
  readonly preheader: string
}

/** Whether a language is written from right to left. @param locale a BCP 47 tag */
export const directionOf = (locale: string): 'ltr' | 'rtl' =>
  new Intl.Locale(locale).getTextInfo().direction === 'rtl' ? 'rtl' : 'ltr'

const META = [
  ['viewport', 'width=device-width,initial-scale=1'],
  ['color-scheme', 'light dark'],
  ['supported-color-schemes', 'light dark'],
  // Else phones make links of dates and numbers.
  ['format-detection', 'telephone=no,date=no,address=no,email=no,url=no'],
]

/** A mail: one column of 600 pixels at most. Language and direction stand twice, for programs that take out `html`. */
export function shellOf(components: Components, { locale, subject, preheader }: Shell, content: readonly ReactNode[]) {
  const { Html, Head, Preview, Body, Container } = components
  const language = { lang: locale, dir: directionOf(locale) }
  return h(
    Html,
    language,
    h(
      Head,
      null,
      ...META.map(([name, value]) => h('meta', { key: name, name, content: value })),
      h('title', null, subject),
      h('style', null, SHEET),
    ),
    h(
      Body,
      { style: STYLE.page },
      h(Preview, null, preheader),
      boxOf(
        components,
        { ...language, className: 'paper', style: STYLE.paper },
        { style: STYLE.gutter },
        h(OUTLOOK.open),
        h(Container, { style: { maxWidth: `${WIDTH}px` } }, ...content),
        h(OUTLOOK.close),
      ),
    ),
  )
}

/** Its type wants children among the properties, where they do not belong. */
type TableProps = TableHTMLAttributes<HTMLTableElement>

/** A table of one cell, which is the only box that all mail programs draw. */
export function boxOf(
  { Row, Column }: Components,
  table: TableProps,
  cell: TdHTMLAttributes<HTMLTableCellElement>,
  ...content: readonly ReactNode[]
): ReactNode {
  return h(Row as FC<TableProps>, table, h(Column, cell, ...content))
}

/** Empty space; programs keep to the height of a cell where they ignore margins. @param height in pixels */
export const space = (components: Components, height: number): ReactNode =>
  boxOf(components, {}, { height, style: { height: `${height}px`, fontSize: 0, lineHeight: 0 } }, '\u00a0')

/** A line across. */
export const line = (components: Components, kind: 'rule' | 'hair'): ReactNode =>
  boxOf(components, {}, { className: kind === 'hair' ? 'hair' : 'rule', style: STYLE[kind] }, '\u00a0')

/** A sentence of our own, which is English whatever the language of the publication. */
export const english = (sentence: ReactNode): ReactNode => h('span', { lang: 'en', dir: 'ltr' }, sentence)

/** Small print: paragraphs in grey. */
export const smallPrint = ({ Text }: Components, paragraphs: readonly ReactNode[]): ReactNode[] =>
  paragraphs.map((paragraph, at) =>
    h(Text, { key: `print-${at}`, className: 'quiet', style: { ...STYLE.quiet, margin: '0 0 10px' } }, paragraph),
  )
