import type { FactsLoader } from '../../platform/http/index.ts';
import { holdsPreview } from '../contributions/index.ts';
import { readConsultationFacts, readConsultationFactsBySlug, type ConsultationFactsRow } from './consultation-facts.queries.ts';
import { ConsultationNotFound } from './consultations.errors.ts';

/** What policies judge a consultation by; `has_preview` says that the reader holds the secret link of this draft. */
export interface ConsultationFacts extends Omit<ConsultationFactsRow, 'preview_token_hash'> {
  readonly has_preview: boolean;
}

/** Facts of the consultation that `:consultationId` or `:slug` names, older slugs too. @throws ConsultationNotFound when the town has none */
export const consultationFacts: FactsLoader<ConsultationFacts> = async ({ db }, call) => {
  const { consultationId, slug } = call.params;
  const account = call.actor?.accountId ?? null;
  const found =
    consultationId === undefined
      ? await readConsultationFactsBySlug(db, call.town.id, String(slug), account)
      : await readConsultationFacts(db, call.town.id, consultationId, account);
  if (!found) throw new ConsultationNotFound();
  const { preview_token_hash: hash, ...facts } = found;
  return { ...facts, has_preview: holdsPreview(call, hash) };
};
