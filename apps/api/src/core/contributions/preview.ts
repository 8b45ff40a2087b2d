import { createHash, timingSafeEqual } from 'node:crypto';
import type { Actor, AnyCall } from '../../platform/http/index.ts';
import { say } from '../../platform/messages/index.ts';
import { isPreviewed, type ConsultationFacts } from './contribution.policy.ts';

/** Whether the caller holds the secret link whose digest a draft keeps: in the query, or in the cookie that the opened link left. Reads only. */
export function holdsPreview(call: Pick<AnyCall, 'query' | 'context'>, hash: Buffer | null): boolean {
  if (hash === null) return false;
  const given = [call.query['preview'], call.context.previewToken];
  return given.some((token) => typeof token === 'string' && timingSafeEqual(createHash('sha256').update(token).digest(), hash));
}

/**
 * The answer as this reader may have it: by a preview link alone nobody is named, at any depth. Every read that a policy opens to holders
 * of a preview link and that can name somebody goes through it; apps/api/test/authorisation.spec.ts asks them all.
 */
export function shownTo<A>(
  {
    actor,
    facts,
    context,
  }: Pick<AnyCall, 'context'> & { actor: Actor | null; facts: ConsultationFacts & { readonly has_preview: boolean } },
  answer: A,
): A {
  return isPreviewed(actor, facts) ? (nameless(answer, say(context.language, 'contributions.preview-name')) as A) : answer;
}

function nameless(value: unknown, name: string): unknown {
  if (Array.isArray(value)) return value.map((one) => nameless(one, name));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]: [string, unknown]) => {
      if (key === 'author' && one !== null && typeof one === 'object') return [key, { ...one, name }];
      return [key, key === 'actorName' ? null : nameless(one, name)];
    }),
  );
}
