import type { APIRoute } from 'astro'
import { entries } from '../../content/catalog.ts'
import type { LabelledPaper } from '../../suggest/suggestions.ts'
import { titleText } from '../../text/title.ts'

// More would make the page slow and the suggestions hardly better.
const most = 500

/** The newest entries, from which topics and tags are suggested; loaded once a draft has text. */
export const GET: APIRoute = async () => {
  const papers: LabelledPaper[] = (await entries())
    .slice(0, most)
    .map(({ id, title, abstractText, topics = [], tags = [] }) => ({
      id,
      title: titleText(title),
      abstract: abstractText,
      topics,
      tags,
    }))
  return Response.json(papers)
}
