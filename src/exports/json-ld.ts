import type { Entry } from '../content/entry.ts'
import { papers } from '../model/count.ts'
import { doiAddress } from '../model/identifier.ts'
import { paperPath } from '../model/page-path.ts'
import { titleText } from '../text/title.ts'
import { filePath, formats } from './formats.ts'
import { lastAdded, type PaperListHead } from './papers-file.ts'
import type { Reference, SiteContext } from './reference.ts'

/** The most papers in the linked data of a page that lists papers. */
export const mostListed = 100

/** A page in a breadcrumb trail. */
type Breadcrumb = readonly [name: string, path: `/${string}`]

/** Serialises data for a `<script type="application/ld+json">`, and escapes everything that could end the element. */
export function jsonLdText(data: object): string {
  return JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

// Undefined values are left out of the JSON.
const nonEmpty = <T>(list: readonly T[]) => (list.length > 0 ? list : undefined)

/**
 * Describes a paper as schema.org's `ScholarlyArticle`.
 * @see https://developers.google.com/search/docs/appearance/structured-data/article
 */
export function articleData(
  { entry, item, title, authors, publication, arxiv, pdf, topicNames, tagNames }: Reference,
  { site, absolute }: SiteContext,
): object {
  const { doi, paper, published } = entry
  const year = publication?.year?.toString()
  const identifiers = Object.entries({ DOI: doi, arXiv: arxiv }).flatMap(([propertyID, value]) =>
    value ? { '@type': 'PropertyValue', propertyID, value } : [],
  )
  const same = [paper, doi && doiAddress(doi)].filter(Boolean)
  const page = absolute(paperPath(entry.id))
  return {
    '@context': 'https://schema.org',
    '@type': 'ScholarlyArticle',
    '@id': `${page}#paper`,
    headline: title,
    name: title,
    alternateName: entry.alsoTitled,
    author: nonEmpty(
      authors.map((name, index) => {
        const parsed = item.author?.[index]
        return parsed && 'family' in parsed
          ? { '@type': 'Person', name, givenName: parsed.given, familyName: parsed.family }
          : { '@type': 'Person', name }
      }),
    ),
    dateCreated: published,
    datePublished: year ?? published,
    abstract: item.abstract,
    sameAs: nonEmpty(same),
    url: paper,
    encoding: pdf && {
      '@type': 'MediaObject',
      contentUrl: pdf,
      encodingFormat: 'application/pdf',
    },
    identifier: nonEmpty(identifiers),
    isPartOf: publication && {
      '@type': publication.kind === 'journal' ? 'Periodical' : 'PublicationVolume',
      name: publication.title,
      volumeNumber: item.volume,
    },
    pagination: item.page,
    keywords: nonEmpty(tagNames),
    about: nonEmpty(topicNames.map((name) => ({ '@type': 'Thing', name }))),
    inLanguage: site.language,
    mainEntityOfPage: page,
  }
}

/**
 * Describes a page that lists papers as schema.org's `CollectionPage`, with the names of the first papers. With `parent`, also
 * returns a `BreadcrumbList`.
 */
export function listData(
  entries: readonly Pick<Entry, 'id' | 'title' | 'publishedTitle'>[],
  { title, description, path }: PaperListHead,
  context: SiteContext,
  parent?: Breadcrumb,
): object[] {
  const { site, absolute } = context
  const collection = {
    '@context': 'https://schema.org',
    '@type': 'CollectionPage',
    '@id': absolute(path),
    url: absolute(path),
    name: title,
    description,
    inLanguage: site.language,
    isPartOf: { '@type': 'WebSite', name: site.title, url: absolute('/') },
    mainEntity: {
      '@type': 'ItemList',
      numberOfItems: entries.length,
      itemListElement: entries.slice(0, mostListed).map((entry, index) => ({
        '@type': 'ListItem',
        position: index + 1,
        name: titleText(entry.publishedTitle ?? entry.title),
        url: absolute(paperPath(entry.id)),
      })),
    },
  }
  return [collection, ...(parent ? [breadcrumbData([parent, [title, path]], context)] : [])]
}

/** Describes the site as schema.org's `WebSite`, for its home page. */
export function websiteData({ site, absolute }: SiteContext): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'WebSite',
    '@id': `${absolute('/')}#site`,
    url: absolute('/'),
    name: site.title,
    alternateName: site.shortTitle,
    description: site.description,
    inLanguage: site.language,
    potentialAction: {
      '@type': 'SearchAction',
      target: `${absolute('/search/')}?q={query}`,
      'query-input': 'required name=query',
    },
  }
}

/**
 * Describes the trail to a page as schema.org's `BreadcrumbList`; the last item is the page itself.
 * @see https://developers.google.com/search/docs/appearance/structured-data/breadcrumb
 */
export function breadcrumbData(trail: readonly Breadcrumb[], { absolute }: SiteContext): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: trail.map(([name, path], index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: absolute(path),
    })),
  }
}

/**
 * Describes the whole list as schema.org's `Dataset`.
 * @see https://developers.google.com/search/docs/appearance/structured-data/dataset
 */
export function datasetData(
  references: readonly Reference[],
  { site, absolute }: SiteContext,
): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    '@id': `${absolute('/papers/')}#data`,
    name: site.title,
    description: `${site.description} ${papers(references.length)} on ${site.subject}, with authors, dates, venues, topics, tags, claims and abstracts.`,
    url: absolute('/papers/'),
    inLanguage: site.language,
    isAccessibleForFree: true,
    license: site.license,
    dateModified: lastAdded(references),
    creator: {
      '@type': 'Organization',
      name: site.curators.join(', ') || site.title,
      url: absolute('/'),
    },
    distribution: (['json', 'bib', 'ris', 'csl.json', 'csv'] as const).map((ending) => ({
      '@type': 'DataDownload',
      encodingFormat: formats[ending].type,
      contentUrl: absolute(filePath('/papers/', ending)),
    })),
  }
}
