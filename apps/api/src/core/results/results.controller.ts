import { Controller, Inject } from '@nestjs/common';
import { readResults, type Results } from '@parvis/shared/contracts/results.ts';
import { Policy, Route, type Call } from '../../platform/http/index.ts';
import { consultationFacts, mayReadConsultation, type ConsultationFacts } from '../consultations/index.ts';
import { ResultsService } from './results.service.ts';

/** The results page's figures, for whoever reads the consultation. */
@Controller()
export class ResultsController {
  constructor(@Inject(ResultsService) private readonly results: ResultsService) {}

  @Route(readResults)
  @Policy(mayReadConsultation, consultationFacts)
  read(call: Call<typeof readResults, ConsultationFacts>): Promise<Results> {
    return this.results.read(call);
  }
}
