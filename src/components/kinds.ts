import type { Kind } from '../model/entry.ts'

/** What each kind is called, and what it means, in the order in which they are explained. */
export const kindWords: Readonly<Record<Kind, { name: string; meaning: string }>> = {
  method: { name: 'Method', meaning: 'a new way to do something, and evidence that it works' },
  benchmark: { name: 'Benchmark', meaning: 'a test that others can run their models on' },
  dataset: { name: 'Dataset', meaning: 'data that others can train or study with' },
  survey: { name: 'Survey', meaning: 'an ordered account of what others have done' },
  analysis: { name: 'Analysis', meaning: 'a study of why or when something works, or fails' },
  model: { name: 'Model', meaning: 'a trained model that is described, and often released' },
  tool: { name: 'Tool', meaning: 'software or a service made for others to use' },
}
