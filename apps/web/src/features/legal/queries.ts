import { queryOptions } from '@tanstack/react-query';
import { readLegalDraft, readLegalPage, readLegalState, readModerationRules, readRulesDraft } from '@parvis/shared/contracts/legal.ts';
import type { LegalPage } from '@parvis/shared/rules/words.ts';
import { call } from '../../platform/call.ts';

export const legalKeys = { all: ['legal'] as const, page: (page: LegalPage) => [...legalKeys.all, page] as const };

/** A version as an address may name it: `?version=2`; null for the present one, and for what is no version. */
export function versionOf(query: URLSearchParams): number | null {
  const version = Number(query.get('version'));
  return Number.isInteger(version) && version > 0 && version <= 1_000_000 ? version : null;
}

/** `version` null is the one in force. */
export const legalPageQuery = (page: LegalPage, version: number | null) =>
  queryOptions({
    queryKey: [...legalKeys.page(page), version] as const,
    queryFn: ({ signal }) => call(readLegalPage, { params: { page }, query: version === null ? {} : { version }, signal }),
  });

/** `version` null is the one in force; older ones stay readable, because decisions name them. */
export const rulesQuery = (version: number | null) =>
  queryOptions({
    queryKey: [...legalKeys.all, 'rules', version] as const,
    queryFn: ({ signal }) => call(readModerationRules, { query: version === null ? {} : { version }, signal }),
  });

export const legalStateQuery = queryOptions({
  queryKey: [...legalKeys.all, 'state'] as const,
  queryFn: ({ signal }) => call(readLegalState, { signal }),
});

/** What the administrator edits, in all languages of the town. */
export const legalDraftQuery = (page: LegalPage) =>
  queryOptions({
    queryKey: [...legalKeys.page(page), 'draft'] as const,
    queryFn: ({ signal }) => call(readLegalDraft, { params: { page }, signal }),
  });

export const rulesDraftQuery = queryOptions({
  queryKey: [...legalKeys.all, 'rules', 'draft'] as const,
  queryFn: ({ signal }) => call(readRulesDraft, { signal }),
});
