export { ConsultationsModule } from './consultations.module.ts';
export { consultationFacts, type ConsultationFacts } from './consultation.facts.ts';
export { mayReadConsultation } from './consultation.policy.ts';
export { ConsultationArchived, ConsultationNotFound } from './consultations.errors.ts';
export { recountPeople } from './people.queries.ts';
