import { z } from 'zod'

const https = z.url({
  protocol: /^https$/,
  error: 'expected an address that begins with `https://`',
})

/** `content/site.yaml`: everything that makes a site of this generator one particular list. */
export const siteFacts = z.strictObject({
  /** The list's name. */
  title: z.string().min(1),
  /** A name of at most 20 characters, for the home screen of a phone. */
  shortTitle: z.string().min(1).max(20),
  /** What this list is, in one or two sentences; for search engines, feeds and the home page. */
  description: z.string().min(1),
  /** What the list is about, in a phrase that completes "papers on …". */
  subject: z.string().min(1),
  /** The BCP 47 tag of the language in which the list is written. */
  language: z
    .string()
    .regex(/^[a-z]{2,3}(?:-[A-Za-z\d]{2,8})*$/, 'expected a language tag: `en`, `de`, `pt-BR`')
    .default('en'),
  /** The origin of the site, without a path: `https://example.org`. The environment variable `SITE_URL` overrides it. */
  url: https.transform((text) => new URL(text).origin),
  /** The path below the origin: `/`, or `/reading-list/`. The environment variable `SITE_BASE` overrides it. */
  base: z
    .string()
    .regex(
      /^\/(?:[\w.~-]+\/?)*$/,
      'expected a path of letters, digits, hyphens and slashes: `/reading-list/`',
    )
    .transform((text) => `/${text.split('/').filter(Boolean).join('/')}/`.replace('//', '/'))
    .default('/'),
  /**
   * The authority of the permanent ids in feeds: a domain and a date on which it belonged to the curators, `example.org,2025`
   * (RFC 4151). By default it is the site's host in 2025. It must never change, or feed readers show every paper again.
   */
  idAuthority: z
    .string()
    .regex(/^[a-z0-9.-]+,\d{4}(?:-\d{2}){0,2}$/, 'expected a domain and a date: `example.org,2025`')
    .optional(),
  /** The repository that takes contributions, `https://github.com/owner/name`, if there is one. */
  repository: https.optional(),
  /** The branch that is published. */
  branch: z
    .string()
    .regex(
      /^(?!.*\.(?:\.|\/|$))[\w-][\w.-]*(?:\/[\w-][\w.-]*)*$/,
      'expected the name of a branch: `main`',
    )
    .default('main'),
  /** The address of the licence of the list's own words, if there is one. */
  license: https.optional(),
  /** The curators, as shown on the about page. */
  curators: z.array(z.string().min(1)).default([]),
  /** What the list does not cover, for the about page; one paragraph each. */
  limits: z.array(z.string().min(1)).optional(),
  /** A plain HTML form for a newsletter, if there is one. */
  newsletter: z
    .strictObject({
      /** The address to which the form is sent. */
      action: https,
      /** The name of the form's field for the email address. */
      field: z.string().min(1).default('email'),
    })
    .optional(),
})
export type Site = z.infer<typeof siteFacts>
