import { twinOf } from '../judge.ts'
import type { KnownList } from '../known.ts'
import { control } from './fields.ts'
import { lookOf } from './look.ts'
import { part, type Say } from './say.ts'
import { showFindings } from './show-findings.ts'
import { showTwins } from './show-twins.ts'
import type { Judged } from './show-way.ts'

/** What the form knows while it shows a judgement. */
export interface Around {
  known: KnownList
  /** The site's base path. */
  site: string
  /** The fields in which somebody has been. */
  touched: ReadonlySet<string>
  /** Whether the file itself is written, and not the fields. */
  byHand: boolean
}

/** Shows a draft's file, what the rules say of it, papers that it may be, and how its page will look; without one, that nothing is written. */
export function showJudgement(
  form: HTMLFormElement,
  shown: Judged | undefined,
  { known, site, touched, byHand }: Around,
  say: Say,
): void {
  const text = control(form, 'file')
  const look = part(form, '[data-look]')
  if (!shown) {
    text.value = ''
    showFindings(form, undefined, { touched, site })
    showTwins(form, [], known, site)
    say('verdict', 'Nothing is written yet.')
    look.hidden = true
    return
  }
  const { file, judgement } = shown
  const { findings } = judgement
  if (text.value !== file.source) text.value = file.source
  showFindings(form, { file, findings, byHand }, { touched, site })
  const twins = findings.flatMap((finding) => twinOf(finding, file.path) ?? [])
  showTwins(form, twins, known, site)
  const count = findings.length === 1 ? '1 finding' : `${findings.length} findings`
  say(
    'verdict',
    findings.length > 0
      ? `${count} to mend in \`${file.path}\`:`
      : `Nothing to mend: \`${file.path}\` is ready.`,
    findings.length > 0,
  )
  const page = lookOf(judgement, known)
  look.hidden = !page
  look.replaceChildren(...(page ?? []))
}
