/** Colours of every page, as `app/styles/tokens.css` has them, for what is around pages: bars of browsers, icons, splash screens. */
export const PAPER = { light: '#fbf9f4', dark: '#171614', ink: '#1b1917' } as const
