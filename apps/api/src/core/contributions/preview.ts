import { createHash, timingSafeEqual } from 'node:crypto';
import type { AnyCall } from '../../platform/http/index.ts';
import { say, type Language } from '../../platform/messages/index.ts';

/** Whether the caller holds the secret link whose digest a draft keeps: in the query, or in the cookie that the opened link left. Reads only. */
export function holdsPreview(call: Pick<AnyCall, 'query' | 'context'>, hash: Buffer | null): boolean {
  if (hash === null) return false;
  const given = [call.query['preview'], call.context.previewToken];
  return given.some((token) => typeof token === 'string' && timingSafeEqual(createHash('sha256').update(token).digest(), hash));
}

/** An answer as the holder of a preview link may read it: nobody is named, at any depth. */
export function withoutNames<A>(answer: A, language: Language): A {
  return nameless(answer, say(language, 'contributions.preview-name')) as A;
}

function nameless(value: unknown, name: string): unknown {
  if (Array.isArray(value)) return value.map((one) => nameless(one, name));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]: [string, unknown]) => {
    if (key === 'author' && one !== null && typeof one === 'object') return [key, { ...one, name }];
    return [key, key === 'actorName' ? null : nameless(one, name)];
  }));
}
