/** Sides in pixels that browsers and platforms ask for. @see https://web.dev/articles/add-manifest#icons */
export const SMALL = 192
export const LARGE = 512

export const ICON_TYPE = 'image/png'

/** The icon of the publication. @param side in pixels */
export const iconAddress = (side: typeof SMALL | typeof LARGE): string => `/icons/${side}.png`

/** The icon for platforms that cut icons into shapes of their own. */
export const MASKABLE_ADDRESS = '/icons/maskable.png'

/** The icon for the home screens of iOS. */
export const APPLE_ADDRESS = '/apple-icon.png'
