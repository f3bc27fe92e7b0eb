import type { Feed } from './feed.ts'

/**
 * A feed as JSON Feed 1.1.
 * @see https://www.jsonfeed.org/version/1.1/
 */
export function jsonFeedOf(feed: Feed): string {
  const file = {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.page,
    feed_url: `${feed.folder}feed.json`,
    description: feed.description,
    language: feed.language,
    authors: [{ name: feed.keeper }],
    items: feed.items.map((item) => ({
      id: item.id,
      url: item.page,
      ...(item.paper && { external_url: item.paper }),
      title: item.title,
      content_html: item.html,
      ...(item.summary && { summary: item.summary }),
      date_published: `${item.added}T00:00:00Z`,
      ...(item.authors.length > 0 && { authors: item.authors.map((name) => ({ name })) }),
      ...(item.words.length > 0 && { tags: item.words }),
    })),
  }
  return `${JSON.stringify(file, null, 2)}\n`
}
