export { ConsultationsModule } from './consultations.module.ts';
export { ConsultationReads } from './consultation-reads.service.ts';
export { consultationFacts, type ConsultationFacts } from './consultation.facts.ts';
export { mayEditConsultation, mayReadConsultation } from './consultation.policy.ts';
export { ConsultationArchived, ConsultationNotFound } from './consultations.errors.ts';
export { recountPeople } from './people.queries.ts';
