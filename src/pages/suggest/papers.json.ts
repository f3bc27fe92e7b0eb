import type { APIRoute } from 'astro'
import { entries } from '../../content/catalog.ts'
import type { LabelledPaper } from '../../suggest/suggestions.ts'
import { titleText } from '../../text/title.ts'

// More papers would make the page slow and the suggestions hardly better.
const maxPapers = 500

/** The newest entries, from which topics and tags are suggested. The form loads them once a draft has an abstract. */
export const GET: APIRoute = async () => {
  const papers: LabelledPaper[] = (await entries())
    .slice(0, maxPapers)
    .map(({ id, title, abstractText, topics = [], tags = [] }) => ({
      id,
      title: titleText(title),
      abstract: abstractText,
      topics,
      tags,
    }))
  return Response.json(papers)
}
