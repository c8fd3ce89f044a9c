import { tests } from 'commonmark-spec'
import { expect, test } from 'vitest'
import { normalForm } from '#tests/fixtures/html.ts'
import { renderHtml } from '#tests/fixtures/markdown.ts'

/**
 * The examples of the CommonMark specification that come out otherwise, by number, under their main cause.
 * @see docs/decisions/0005-commonmark-deviations.md for why each cause is right
 */
const DEVIATIONS = {
  'headings have ids, and the first level becomes the second': [
    ...[10, 59, 62, 66, 67, 68, 71, 72, 73, 74, 75, 76, 77, 78, 79, 80, 81, 82, 83, 84, 86, 89, 90, 91, 95, 96, 102],
    ...[103, 115, 141, 214, 215, 227, 228, 229, 230, 232, 300, 646, 647],
  ],
  'quotes and dashes are typographic': [
    ...[12, 14, 27, 41, 46, 55, 87, 106, 197, 209, 210, 343, 352, 359, 363, 380, 385, 395, 508, 590, 619, 620, 622],
    ...[624, 632, 650],
  ],
  'bare addresses are links (GFM)': [602, 606, 608, 611, 612],
  'links lead to http, https, mailto and tel only': [500, 596, 597, 598, 599, 601],
  'pictures from elsewhere leave their alt text': [
    ...[475, 517, 520, 531, 572, 573, 574, 575, 576, 577, 578, 579, 580, 581, 582, 583, 584, 585, 586, 587, 588, 589],
    591,
  ],
  'tables scroll in a box of their own': [148, 149, 160, 190, 191],
  'tags off the list lose themselves': [150, 163, 201, 491, 524, 536, 613, 614, 615, 617],
  'scripts, styles and forms go with their content': [170, 171, 172, 173, 176, 178],
  'ids, classes and other attributes off the list are dropped': [152, 153, 154, 164, 169, 616],
  'comments, declarations, instructions and CDATA are dropped': [
    ...[177, 179, 180, 182, 183, 308, 309, 625, 626, 627, 628, 629],
  ],
}

/** The specification shows tabs as arrows. */
const withTabs = (text: string) => text.replaceAll('→', '\t')

const deviating = tests
  .filter(({ markdown, html }) => normalForm(renderHtml(withTabs(markdown))) !== normalForm(withTabs(html)))
  .map(({ number }) => number)

const listed = Object.values(DEVIATIONS).flat()

test('the specification is there to be read', () => {
  expect(tests.length).toBe(652)
})

test('every example comes out as the specification has it, or is listed', () => {
  expect(deviating.filter((number) => !listed.includes(number))).toEqual([])
})

test('what is listed does come out otherwise, and is listed once', () => {
  expect(listed.filter((number) => !deviating.includes(number))).toEqual([])
  expect(listed.length).toBe(new Set(listed).size)
})
