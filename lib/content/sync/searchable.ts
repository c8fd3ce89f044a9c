import { plainText } from '../../markdown/words.ts'
import type { Connection } from '../catalog/connection.ts'
import type { Card } from '../catalog/entries.ts'

interface Row {
  readonly id: number
  readonly card: string
  readonly body: string
}

/**
 * Enters the words of articles that changed since they were last entered, `limit` at most, for searches to find.
 * Publishing does not wait for it.
 * @returns how many it entered: less than `limit` when none are left
 */
export function enterWords(rows: Connection, limit: number): number {
  return rows.transaction(() => {
    const articles = rows.all<Row>(
      'SELECT id, card, body FROM articles JOIN texts USING (id) WHERE searchable = 0 LIMIT ?',
      limit,
    )
    for (const { id, card, body } of articles) {
      const { title, dek = '', authors, topics } = JSON.parse(card) as Card
      const names = [...authors, ...topics].join(' ').replaceAll('-', ' ')
      rows.run(
        'INSERT OR REPLACE INTO search(rowid, headline, dek, body, names) VALUES (?, ?, ?, ?, ?)',
        id,
        title,
        dek,
        plainText(body),
        names,
      )
      rows.run('UPDATE articles SET searchable = 1 WHERE id = ?', id)
    }
    return articles.length
  })
}
