import { expect, test } from 'vitest'
import { ISSUE_PICTURE, issueContent, issueCorrection, issueStory } from '#tests/fixtures/issues.ts'
import { addressesIn, addressesInText, expectPortable, forOutlook, readMailHtml } from '#tests/fixtures/mail-html.ts'
import { HOSTILE, HOSTILE_NAMES } from '#tests/fixtures/seo/hostile-texts.ts'
import type { IssueContent } from '../model.ts'
import { MOST_BYTES, renderIssueMail } from './issue-mail.ts'
import { PREFERENCES, UNSUBSCRIBE } from './placeholders.ts'

const AT = {
  siteUrl: 'https://broadsheet.example',
  newsletter: 'morning',
  date: '2026-11-23',
  publisher: 'The Broadsheet Press',
  address: '1 Press Row, Anytown',
}
const WEB = 'https://broadsheet.example/newsletters/morning/2026-11-23'

const rendered = (over: Partial<IssueContent> = {}, at = {}) => renderIssueMail(issueContent(over), { ...AT, ...at })

/** Stories of the longest that the contract lets be, in letters of `size` bytes. */
const long = (count: number, letter: string) =>
  Array.from({ length: count }, (_, nth) =>
    issueStory({
      slug: `story-${nth}`,
      headline: `${nth} ${letter.repeat(105)}`,
      dek: letter.repeat(250),
      byline: letter.repeat(120),
      kicker: letter.repeat(40),
    }),
  )

test('an issue is portable HTML with its stories under one another', async () => {
  const stories = [
    issueStory({ picture: ISSUE_PICTURE }),
    issueStory({ slug: 'b', headline: 'B', dek: null, byline: null }),
  ]
  const { html } = await rendered({ stories, corrections: [issueCorrection()] })
  const document = expectPortable(html)
  const headings = Array.from(
    document.querySelectorAll('h1,h2,h3'),
    ({ localName, textContent }) => `${localName} ${textContent}`,
  )
  expect(headings).toEqual([
    'h1 Broadsheet Morning',
    'h2 Corrections to what we sent you',
    'h3 The first beep',
    'h2 How a space station stays up',
    'h2 B',
  ])
  expect(document.title).toBe('How a space station stays up')
  expect(document.querySelector('img')?.getAttribute('src')).toBe(`https://broadsheet.example${ISSUE_PICTURE.src}`)
})

test('the preheader comes before anything that shows', async () => {
  const document = readMailHtml((await rendered({ preheader: 'And: a bridge' })).html)
  expect(document.body.textContent.trimStart().startsWith('And: a bridge')).toBe(true)
})

test('the foot says why it came, who sends it and from where, and how to end it', async () => {
  const { html, text } = await rendered()
  const shown = readMailHtml(html).body.textContent
  for (const part of [shown, text.replaceAll('\n', ' ')]) {
    expect(part).toContain(
      'You get Broadsheet Morning because you asked for it at broadsheet.example and confirmed your address.',
    )
    expect(part).toContain('The Broadsheet Press, 1 Press Row, Anytown')
    expect(part).toContain('Unsubscribe')
  }
  for (const link of [PREFERENCES, UNSUBSCRIBE, WEB]) {
    expect(html).toContain(`href="${link}"`)
    expect(text.split('\n')).toContain(link)
  }
  expect((await rendered({}, { address: null })).text).toMatch(/\nThe Broadsheet Press\n$/)
})

test('the text part has the same links as the HTML, and what it corrects', async () => {
  const stories = [issueStory({ picture: ISSUE_PICTURE }), issueStory({ slug: 'b' })]
  const corrections = [
    issueCorrection(),
    issueCorrection({ slug: 'c', href: '/world/c', kind: 'withdrawn', text: 'No.' }),
  ]
  const { html, text } = await rendered({ stories, corrections })
  const links = addressesIn(readMailHtml(html)).filter((address) => !address.includes('/share/'))
  expect(addressesInText(text).sort()).toEqual(links.sort())
  expect(text).toContain('Corrected since we sent it on November 20, 2026.\n')
  expect(text).toContain('Withdrawn since we sent it on November 20, 2026.\n')
})

test('the text part is lines of 72 characters at most, but for addresses', async () => {
  const { text } = await rendered({ stories: long(3, 'word ') })
  const tooLong = text.split('\n').filter((line) => line.length > 72 && !/^https?:\S+$/.test(line))
  expect(tooLong).toEqual([])
  expect(text).not.toMatch(/[ \t]\n|\n{3,}/)
})

test('an issue without stories is its corrections', async () => {
  const { html, text } = await rendered({ stories: [], corrections: [issueCorrection()] })
  expectPortable(html)
  expect(text).toContain('The first beep\n')
})

test.each(HOSTILE_NAMES)('a hostile text is shown as it is: %s', async (name) => {
  const words = HOSTILE[name]
  const story = issueStory({
    headline: words,
    dek: words,
    kicker: words,
    byline: words,
    picture: { ...ISSUE_PICTURE, alt: words },
  })
  const correction = issueCorrection({ headline: words, text: words })
  const { html } = await rendered({
    title: words,
    subject: words,
    preheader: words.slice(0, 140),
    stories: [story],
    corrections: [correction],
  })
  const document = expectPortable(html)
  expect(document.querySelector('h1')?.textContent).toBe(words)
  expect(document.querySelector('img')?.getAttribute('alt')).toBe(words)
})

test.each(['a', 'ش', '&', '漢'])('fifty long stories of %s are cut to what Gmail shows', async (letter) => {
  const { html, text } = await rendered({ stories: long(50, letter) })
  expect(Buffer.byteLength(html)).toBeLessThanOrEqual(MOST_BYTES)
  const document = expectPortable(html)
  const shown = document.querySelectorAll('h2').length
  // Nothing is wasted: one more would not have fitted.
  expect(Buffer.byteLength(html)).toBeGreaterThan(MOST_BYTES * 0.9)
  expect(document.body.textContent).toContain(`${50 - shown} more stories of this issue are on the web`)
  expect(text).toContain(`${50 - shown} more stories of this issue are on the web:\n${WEB}\n`)
  expect(text.match(/\/science\/story-/g)).toHaveLength(shown)
})

test('a language that is written from right to left says so where Gmail keeps it', async () => {
  const { html } = await rendered({ locale: 'ar-EG' })
  const document = expectPortable(html)
  expect(document.documentElement.getAttribute('dir')).toBe('rtl')
  expect(document.querySelector('table.paper')?.getAttribute('dir')).toBe('rtl')
  expect(document.querySelector('table.paper')?.getAttribute('lang')).toBe('ar-EG')
})

test('what we say ourselves is marked as English in a mail of another language', async () => {
  const stories = Array.from({ length: 90 }, (_, at) =>
    issueStory({ slug: `s-${at}`, minutes: 7, dek: 'و'.repeat(250) }),
  )
  const { html } = await rendered({ locale: 'ar-EG', stories, corrections: [issueCorrection()] })
  const document = readMailHtml(html)
  const said = Array.from(document.querySelectorAll('[lang=en][dir=ltr]'), ({ textContent }) => textContent)
  for (const words of ['Corrections to what we sent you', 'Read on the web', 'Unsubscribe', '7\u00a0min'])
    expect(said).toContain(words)
  expect(said.join('\n')).toMatch(/more stories of this issue are on the web/)
})

test('the words of a picture that is not shown have the colour of the text, by day and by night', async () => {
  const document = readMailHtml((await rendered({ stories: [issueStory({ picture: ISSUE_PICTURE })] })).html)
  const colourOf = (link: HTMLAnchorElement | null | undefined) => [link?.className, link?.style.color]
  const headline = document.querySelector<HTMLAnchorElement>('h2 a')
  expect(colourOf(document.querySelector('img')?.closest('a'))).toEqual(colourOf(headline))
})

test('Outlook for Windows is given a table of 600 pixels', async () => {
  const { html } = await rendered()
  expect(readMailHtml(html).querySelector('table[width="600"]')).toBeNull()
  expect(readMailHtml(forOutlook(html)).querySelector('table[width="600"] h1')).not.toBeNull()
})

test('nothing is loaded but the picture of the story that leads', async () => {
  const stories = [issueStory({ picture: ISSUE_PICTURE }), issueStory({ slug: 'b', picture: ISSUE_PICTURE })]
  const { html } = await rendered({ stories })
  expect(readMailHtml(html).querySelectorAll('[src],[background],link')).toHaveLength(1)
})
