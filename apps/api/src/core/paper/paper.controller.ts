import { Controller, Inject } from '@nestjs/common';
import {
  cancelPaperEntry,
  describePaperBatch,
  enterPaperComment,
  enterPaperProposal,
  enterPaperSupports,
  listPaperBatches,
  listPaperConsultations,
  openPaperBatch,
  readPaperDesk,
  readPaperForm,
  type PaperBatch,
  type PaperConsultation,
  type PaperDesk,
  type PaperEntry,
  type PaperForm,
  type PaperSupportOutcome,
} from '@parvis/shared/contracts/paper.ts';
import { Faults, Policy, Route, hasRole, type ActorCall, type Call, type FaultyCall } from '../../platform/http/index.ts';
import { consultationFacts, mayReadConsultation, type ConsultationFacts } from '../consultations/index.ts';
import { PaperBatchesService } from './paper-batches.service.ts';
import { PaperCancellationsService } from './paper-cancellations.service.ts';
import { PaperEntriesService } from './paper-entries.service.ts';

const agent = hasRole('facilitator', 'administrator');

/** Routes of the counter, for facilitators; the form to print, for whoever reads the consultation. */
@Controller()
export class PaperController {
  constructor(
    @Inject(PaperBatchesService) private readonly batches: PaperBatchesService,
    @Inject(PaperEntriesService) private readonly entries: PaperEntriesService,
    @Inject(PaperCancellationsService) private readonly cancellations: PaperCancellationsService,
  ) {}

  @Route(readPaperForm)
  @Policy(mayReadConsultation, consultationFacts)
  form(call: Call<typeof readPaperForm, ConsultationFacts>): Promise<PaperForm> {
    return this.batches.form(call);
  }

  @Route(listPaperConsultations)
  @Policy(agent)
  consultations(call: ActorCall<typeof listPaperConsultations>): Promise<{ items: PaperConsultation[] }> {
    return this.batches.consultations(call);
  }

  @Route(listPaperBatches)
  @Policy(agent)
  list(call: ActorCall<typeof listPaperBatches>): Promise<{ items: PaperBatch[]; nextCursor: string | null }> {
    return this.batches.list(call);
  }

  @Route(openPaperBatch)
  @Policy(agent)
  open(call: ActorCall<typeof openPaperBatch>): Promise<PaperBatch> {
    return this.batches.open(call);
  }

  @Route(readPaperDesk)
  @Policy(agent)
  desk(call: ActorCall<typeof readPaperDesk>): Promise<PaperDesk> {
    return this.batches.desk(call);
  }

  @Route(describePaperBatch)
  @Policy(agent)
  describe(call: ActorCall<typeof describePaperBatch>): Promise<PaperBatch> {
    return this.batches.describe(call);
  }

  @Route(enterPaperProposal)
  @Policy(agent)
  @Faults((call: FaultyCall<typeof enterPaperProposal>, controller: PaperController) => controller.entries.proposalFaults(call))
  proposal(call: ActorCall<typeof enterPaperProposal>): Promise<PaperEntry> {
    return this.entries.proposal(call);
  }

  @Route(enterPaperComment)
  @Policy(agent)
  comment(call: ActorCall<typeof enterPaperComment>): Promise<PaperEntry> {
    return this.entries.comment(call);
  }

  @Route(enterPaperSupports)
  @Policy(agent)
  supportLines(call: ActorCall<typeof enterPaperSupports>): Promise<{ outcomes: PaperSupportOutcome[] }> {
    return this.entries.supportLines(call);
  }

  @Route(cancelPaperEntry)
  @Policy(agent)
  cancel(call: ActorCall<typeof cancelPaperEntry>): Promise<PaperEntry> {
    return this.cancellations.cancel(call);
  }
}
