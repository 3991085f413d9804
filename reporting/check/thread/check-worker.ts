/** Does the jobs of the figure check in a thread of its own, one after the other. */
import { parentPort } from 'node:worker_threads'
import { packFault } from '@kangheng/kernel/text/refusal-message.ts'
import { claimWorkbook } from '../annotate/claim-workbook.ts'
import { annotateFindings } from '../annotate/findings-in-word.ts'
import { checkDocument } from '../index.ts'
import type { CheckJob } from './check-threads.ts'

parentPort!.on('message', (job: CheckJob) => {
  void perform(job)
    .then(
      (result) => ({ result }),
      (error: unknown) => packFault(error),
    )
    .then((answer) => parentPort!.postMessage(answer))
})

async function perform(job: CheckJob): Promise<unknown> {
  switch (job.kind) {
    case 'check':
      return checkDocument(job.bytes, job.filename)
    case 'annotate':
      return annotateFindings(job.bytes, job.check, { language: job.language })
    case 'inventory':
      return claimWorkbook(job.check, job.check.text, job.language)
  }
}
