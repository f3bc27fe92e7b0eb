import type { APIRoute } from 'astro'
import { entries, formerEntries, loadedList, vocabulary } from '../../content/catalog.ts'
import type { KnownList } from '../../suggest/check-draft.ts'

/** What the Suggest page knows about the list: the papers' identifiers and titles, the topics and the vocabulary. */
export const GET: APIRoute = async () => {
  const former = (await formerEntries()).map(({ entry }) => entry)
  const all = new Set([...(await entries()), ...former])
  const { kinds, tags, venues } = await vocabulary()
  const known: KnownList = {
    papers: [...all].map(({ id, title, alsoTitled, formerIds, paper, doi, authors, added }) => ({
      ...{ id, title, alsoTitled, formerIds, paper, doi, added },
      authors: authors?.map((name) => name.split(' ').at(-1) ?? name),
    })),
    topics: loadedList().topics.map(({ introduction: _, ...topic }) => topic),
    vocabulary: { kinds, tags, venues },
  }
  return Response.json(known)
}
