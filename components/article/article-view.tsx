import { Figure } from '#components/picture/figure.tsx'
import { languageWithin } from '#components/text/language.ts'
import { tintOf } from '#components/text/tint.ts'
import type { Article, NewsletterRef, Publication, Story } from '#lib/content/model.ts'
import type { SeriesPlace } from '#lib/content/queries/series.ts'
import type { RelatedStory } from '#lib/related/stories.ts'
import { Sources, Topics } from './after.tsx'
import { Biographies } from './biographies.tsx'
import { Body } from './body.tsx'
import { Header } from './header.tsx'
import { Latest, Related } from './lists.tsx'
import { Meta } from './meta.tsx'
import { NewsletterAfter } from './newsletter-block.tsx'
import { Corrections, Unpublished, Withdrawal } from './notices.tsx'
import { PartSteps } from './part-steps.tsx'
import { secondNewsletter } from './second-newsletter.ts'
import { SeriesBox } from './series-box.tsx'
import { Share } from './share.tsx'

interface Props {
  readonly publication: Publication
  readonly article: Article
  readonly related: readonly RelatedStory[]
  readonly latest: readonly Story[]
  /** Where it stands in its series, if it belongs to one. */
  readonly series: SeriesPlace | null
  readonly newsletters: readonly NewsletterRef[]
  /** Tokens of the forms within the text and after it. */
  readonly tokens: { readonly article: string; readonly after: string }
}

export function ArticleView({ publication, article, related, latest, series, newsletters, tokens }: Props) {
  const { withdrawn } = article
  const signUp = (token: string) => ({ publication: publication.name, token })
  const newsletter = secondNewsletter(article.body, newsletters)
  return (
    <div className="wrap">
      <article
        className={`story ${tintOf(article.section)}`}
        {...languageWithin(article.byline.edition?.locale, publication.locale)}
      >
        <Unpublished article={article} place={publication} />
        <Header article={article} />
        <div className="story-columns">
          <div className="story-rail mb-8">
            <Meta article={article} place={publication} />
            {series && (
              <div className="mt-6">
                <SeriesBox place={series} />
              </div>
            )}
          </div>
          {article.picture && !withdrawn && (
            <Figure
              className="story-lead mb-9"
              picture={article.picture}
              crop="wide"
              sizes="(min-width: 80rem) 60rem, 94vw"
              first
            />
          )}
          <div className="story-text">
            {withdrawn ? (
              <Withdrawal article={article} place={publication} />
            ) : (
              <>
                <Corrections article={article} place={publication} />
                <Body
                  blocks={article.body}
                  place={publication}
                  dropCap={article.kind === 'feature'}
                  ends
                  signUp={signUp(tokens.article)}
                />
                {series && <PartSteps place={series} />}
                {newsletter && <NewsletterAfter newsletter={newsletter} signUp={signUp(tokens.after)} />}
                <Sources sources={article.sources} />
              </>
            )}
            <Topics topics={article.topics} />
            <Share headline={article.headline} url={new URL(article.href, publication.url).href} />
            <Biographies authors={article.authors} place={publication} />
          </div>
        </div>
      </article>
      <Related stories={related} place={publication} />
      <Latest stories={latest} place={publication} />
    </div>
  )
}
