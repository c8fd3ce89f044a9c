/**
 * What stands in an issue where a link of the recipient's own goes, in HTML and in text, so that one rendering serves all
 * of them. No host can have these addresses.
 * @see https://www.rfc-editor.org/rfc/rfc2606#section-2
 */
export const PREFERENCES = 'https://recipient.invalid/preferences'
export const UNSUBSCRIBE = 'https://recipient.invalid/unsubscribe'
