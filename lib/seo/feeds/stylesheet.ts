/**
 * Shows RSS as a page in browsers that show XML: what the feed is, and its stories with their deks. Browsers have
 * given up XSLT, the usual means, and this one can make no links: addresses are shown to be copied.
 * @see https://www.w3.org/TR/xml-stylesheet/
 */
export const STYLESHEET = `rss {
  color-scheme: light dark;
  display: block;
  min-height: 100vh;
  background: light-dark(#fbf9f4, #171614);
  color: light-dark(#1b1917, #ebe7df);
  font: 1.0625rem/1.5 Newsreader, Charter, Georgia, serif;
  overflow-wrap: anywhere;
}
channel {
  display: block;
  max-width: 40rem;
  margin: 0 auto;
  padding: 2rem 1.25rem 5rem;
}
channel > * {
  display: none;
}
channel > title,
channel > description,
item,
item > title,
item > link,
item > description,
item > pubDate {
  display: block;
  unicode-bidi: plaintext;
}
channel::before {
  content: "This is a feed. Copy its address into a feed reader to be told of new stories.";
  display: block;
  margin-bottom: 2.5rem;
  padding: 0.75rem 1rem;
  background: light-dark(#f2eee5, #211f1c);
  font: 0.875rem/1.5 system-ui, sans-serif;
}
channel > title {
  font-size: 2.25rem;
  font-weight: 600;
  line-height: 1.15;
}
channel > description {
  margin: 0.5rem 0 2rem;
}
item {
  border-top: 1px solid light-dark(#d8d2c6, #3b3833);
  padding: 1.25rem 0;
}
item > * {
  display: none;
}
item > title {
  font-size: 1.375rem;
  font-weight: 600;
  line-height: 1.25;
}
item > description {
  margin: 0.375rem 0;
}
item > link,
item > pubDate {
  color: light-dark(#5d5851, #aca59b);
  font: 0.8125rem/1.5 system-ui, sans-serif;
}
`
