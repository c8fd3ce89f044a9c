/** One page of each kind in the sample publication. */
export const PAGES = {
  'the front page': '/',
  "another edition's front": '/uk',
  'a news story': '/world/roscosmos-ties-station-to-sanctions',
  'a long read with footnotes, asides and figures': '/science/the-metre-and-the-meridian',
  'a feature of a series': '/science/the-side-we-never-see',
  'an explainer with tables': '/science/how-the-kilogram-lost-its-lump',
  'an analysis by two authors': '/world/the-wires-under-the-sea',
  'an opinion': '/culture/a-label-should-fit-on-a-postcard',
  'a talking point': '/politics/how-australia-made-voting-secret',
  'a speed read': '/science/what-a-tardigrade-survives',
  'a story with a story in it': '/politics/how-the-electoral-college-works',
  'a corrected story': '/politics/the-salamander-on-the-map',
  'a withdrawn story': '/puzzles/the-knights-tour-of-a-small-board',
  'a puzzle with hidden answers': '/puzzles/ten-clues-for-a-wet-sunday',
  'an author': '/authors/rosa-delgado',
  'all authors': '/authors',
  'a section': '/science',
  'a topic': '/topics/moon',
  'all topics': '/topics',
  'a series': '/series/moon-again',
  'all newsletters': '/newsletters',
  'a newsletter': '/newsletters/morning',
  'the archive': '/archive',
  'a year of the archive': '/archive/2026',
  'a month of the archive': '/archive/2026/10',
  'a day of the archive': '/archive/2022/04/02',
  'the most read': '/most-read',
  'the page for searches': '/search',
  'a plain page': '/about',
  'the form for all newsletters': '/subscribe',
  'what follows that form': '/subscribe/sent',
  'what follows a deletion': '/subscribe/deleted',
  'a link to confirm that is void': '/subscribe/confirm',
  'a link to preferences that is void': '/subscribe/preferences',
  'a link to unsubscribe that is void': '/unsubscribe',
  'a page that is not there': '/nothing-here',
} as const

export const NOT_FOUND = PAGES['a page that is not there']

/** Pages that search engines are asked to leave. */
export const UNINDEXED: ReadonlySet<string> = new Set(
  Object.values(PAGES).filter((address) => /^\/(?:search|subscribe|unsubscribe)\b/.test(address)),
)

/** Pages that are there to say that something is not. */
export const STATUS: Readonly<Record<string, number>> = {
  [NOT_FOUND]: 404,
  [PAGES['a withdrawn story']]: 410,
  [PAGES['a link to confirm that is void']]: 410,
  [PAGES['a link to preferences that is void']]: 410,
  [PAGES['a link to unsubscribe that is void']]: 410,
}

/** As `test.for` takes them: what kind of page, and its address. */
export const EVERY_PAGE = Object.entries(PAGES)
