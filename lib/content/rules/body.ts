import { DIRECTIVES, isDirective } from '../../markdown/directives.ts'
import { type BodyFacts, bodyFacts } from '../../markdown/facts.ts'
import { LONG_PARAGRAPH, scan } from '../../markdown/scan.ts'
import type { Document } from '../source/document.ts'
import { didYouMean } from '../suggest.ts'
import { type LinkContext, linkFault } from './links.ts'
import type { Names } from './names.ts'
import { pictureFault } from './pictures.ts'
import type { Report } from './report.ts'

type Situation = Pick<LinkContext, 'address' | 'visibleFrom'>

/** Checks a body: its links, pictures, directives, headings and paragraphs. */
export function checkBody(document: Document, names: Names, situation: Situation, report: Report): void {
  const quick = scan(document.body, names.url)
  const context = { ...situation, anchors: () => new Set<string>() }
  const sound = (href: string) => linkFault(href, names, context) === null
  if (quick.plain && quick.targets.every(sound) && quick.images.every(({ src }) => pictureFault(src, names) === null)) {
    for (const { line, credit } of quick.images)
      if (credit === null) report.body({ line, column: 1 }, 'no-credit', NO_CREDIT)
    return
  }
  const facts = bodyFacts(document.body)
  if (facts.tooDeep) {
    report.body(
      { line: 1, column: 1 },
      'too-deep',
      'quotations, lists, emphasis or tags nest too deep in each other to be read',
    )
    return
  }
  checkLinks(facts, names, situation, report)
  checkImages(facts, names, report)
  for (const directive of facts.directives) checkDirective(directive, names, report)
  checkHeadings(facts, report)
  for (const paragraph of facts.paragraphs) {
    if (paragraph.words <= LONG_PARAGRAPH) continue
    report.body(
      paragraph,
      'long-paragraph',
      `the paragraph has ${paragraph.words} words; over ${LONG_PARAGRAPH} are hard to read`,
    )
  }
}

const NO_CREDIT = 'the picture has no credit; write it as the title: ![alt](/media/name.jpg "Credit")'

function checkLinks({ links, headings }: BodyFacts, names: Names, situation: Situation, report: Report): void {
  const context = { ...situation, anchors: () => new Set(headings.map(({ id }) => id)) }
  for (const link of links) {
    const fault = linkFault(link.href, names, context)
    if (fault) report.body(link, fault.rule, fault.message)
  }
}

function checkImages({ images }: BodyFacts, names: Names, report: Report): void {
  for (const image of images) {
    const fault = pictureFault(image.src, names)
    if (fault) report.body(image, fault.rule, fault.message)
    if (image.alt.trim() === '') report.body(image, 'missing-alt', 'the picture has no alt text')
    if (image.credit === null) report.body(image, 'no-credit', NO_CREDIT)
  }
}

function checkDirective(directive: BodyFacts['directives'][number], names: Names, report: Report): void {
  const { name, attributes, container, placed } = directive
  if (!isDirective(name)) {
    const known = Object.keys(DIRECTIVES)
    report.body(
      directive,
      'unknown-directive',
      `there is no directive "${name}"${didYouMean(name, known) || `; there are ${known.join(', ')}`}`,
    )
    return
  }
  const form = DIRECTIVES[name]
  if (form.container !== container) {
    const right = form.container ? `:::${name}, closed by a line of :::` : `::${name}`
    report.body(directive, 'unknown-directive', `"${name}" is written ${right}`)
  }
  const expected: readonly string[] = form.attributes
  for (const attribute of expected) {
    if ((attributes[attribute] ?? '').trim() !== '') continue
    const rule = attribute === 'alt' ? 'missing-alt' : attribute === 'credit' ? 'missing-credit' : 'directive-attribute'
    report.body(directive, rule, `"${name}" needs the attribute ${attribute}="…"`)
  }
  for (const attribute of Object.keys(attributes)) {
    if (!expected.includes(attribute)) {
      report.body(
        directive,
        'directive-attribute',
        `"${name}" has no attribute "${attribute}"${didYouMean(attribute, expected)}`,
      )
    }
  }
  if (!placed)
    report.body(
      directive,
      'directive-place',
      `"${name}" must stand by itself, not in a list, a quotation or another directive`,
    )
  checkMention(directive, names, report)
}

function checkMention(directive: BodyFacts['directives'][number], names: Names, report: Report): void {
  const { files } = names
  const { name, attributes } = directive
  if (name === 'newsletter' && attributes.name && !files.newsletters.has(attributes.name)) {
    const suggestion = didYouMean(attributes.name, files.newsletters.keys())
    report.body(
      directive,
      'unknown-newsletter',
      `newsletter "${attributes.name}" has no file in newsletters/${suggestion}`,
    )
  }
  if (name === 'related' && attributes.slug && !isArticle(attributes.slug, names)) {
    const suggestion = didYouMean(attributes.slug, files.articles.keys())
    report.body(directive, 'unknown-article', `there is no article "${attributes.slug}"${suggestion}`)
  }
  const fault = name === 'figure' && attributes.src ? pictureFault(attributes.src, names) : null
  if (fault) report.body(directive, fault.rule, fault.message)
}

const isArticle = (slug: string, names: Names) => names.files.articles.has(slug) || names.alias(slug) !== undefined

function checkHeadings({ headings }: BodyFacts, report: Report): void {
  let depth = 1
  for (const heading of headings) {
    const marks = '#'.repeat(heading.depth)
    if (heading.depth === 1)
      report.body(heading, 'heading-level', 'the headline is the only first-level heading; start with ##')
    else if (heading.depth > depth + 1) {
      report.body(heading, 'heading-level', `the heading has ${marks} where ${'#'.repeat(depth + 1)} comes next`)
    }
    depth = heading.depth
  }
}
