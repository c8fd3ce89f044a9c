/** Which rows of `listed` are those of a list by its name; see `listsOf` for the names. */
export const IN_LIST = 'list = (SELECT id FROM lists WHERE name = ?)'

/** The cards of a list's stories, in no order. */
export const LISTED_CARDS = `SELECT card, state FROM listed JOIN articles ON articles.id = listed.article WHERE ${IN_LIST}`
