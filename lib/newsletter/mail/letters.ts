import { createElement as h, type ReactNode } from 'react'
import { headerText } from '../issue/headlines.ts'
import type { Letter } from '../model.ts'
import type { MailParts } from './issue-mail.ts'
import { type LetterWords, type Sender, wordsOf } from './letter-words.ts'
import { type Components, loadComponents, renderHtml } from './render.ts'
import { boxOf, line, shellOf, smallPrint, space } from './shell.ts'
import { STYLE } from './style.ts'
import { paragraph, RULE, textOfParagraphs } from './text.ts'
import { imprintOf } from './words.ts'

/** In characters. */
const SUBJECT = 150
const PREHEADER = 150

/** Letters are in the language of our forms. */
const LANGUAGE = 'en'

/** What a letter is made with. */
export interface LetterPlace {
  readonly publication: Sender
  /** Titles of the newsletters, by slug. */
  readonly titles: ReadonlyMap<string, string>
  /** The link that confirms; of `known` that to the preferences, of `changed` the address of the form. */
  readonly link: string
}

/** A letter to one person about their subscription, as a mail. */
export async function renderLetter(
  letter: Letter,
  { publication, titles, link }: LetterPlace,
): Promise<MailParts & { readonly subject: string }> {
  const components = await loadComponents()
  const words = wordsOf(letter, publication, titles)
  const subject = headerText(words.subject, SUBJECT)
  const html = await renderHtml(components, letterElement(components, { ...words, subject }, publication, link))
  return { subject, html, text: letterText(words, publication, link) }
}

function letterElement(components: Components, words: LetterWords, sender: Sender, link: string): ReactNode {
  const { Heading, Link, Text } = components
  const shell = {
    locale: LANGUAGE,
    subject: words.subject,
    preheader: headerText(words.before[0] ?? '', PREHEADER),
  }
  const say = (text: string) => h(Text, { className: 'ink', style: { ...STYLE.text, margin: '0 0 16px' } }, text)
  const button = h(Link, { href: link, className: 'on-button', style: STYLE.buttonLink }, words.button)
  return shellOf(components, shell, [
    line(components, 'rule'),
    h(Heading, { as: 'h1', className: 'ink masthead', style: STYLE.masthead }, sender.name),
    line(components, 'hair'),
    space(components, 22),
    ...words.before.map(say),
    boxOf(components, { width: undefined, align: undefined }, { className: 'button', style: STYLE.button }, button),
    space(components, 10),
    // For those whose program shows no button.
    ...smallPrint(components, [h(Link, { href: link, className: 'quiet', style: STYLE.address }, link)]),
    space(components, 10),
    ...words.after.map(say),
    line(components, 'rule'),
    space(components, 16),
    ...smallPrint(components, [imprintOf(sender)]),
  ])
}

const letterText = ({ before, button, after }: LetterWords, sender: Sender, link: string): string =>
  textOfParagraphs([
    paragraph(sender.name.toLocaleUpperCase(sender.locale)),
    ...before.map((text) => paragraph(text)),
    paragraph(`${button}:`, link),
    ...after.map((text) => paragraph(text)),
    RULE,
    paragraph(imprintOf(sender)),
  ])
