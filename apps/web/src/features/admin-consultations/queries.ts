import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { listAdminConsultations, readAdminConsultation, type AdminConsultation } from '@parvis/shared/contracts/consultation-admin.ts';
import { readRoll } from '@parvis/shared/contracts/rolls.ts';
import type { ConsultationState } from '@parvis/shared/rules/words.ts';
import { call } from '../../platform/call.ts';
import { consultationKeys } from '../consultations/queries.ts';

export const adminKeys = {
  all: ['admin-consultations'] as const,
  list: (state: string) => [...adminKeys.all, 'list', state] as const,
  one: (id: string) => [...adminKeys.all, 'one', id] as const,
  roll: (id: string) => [...adminKeys.all, 'roll', id] as const,
};

/** The consultations of a state, drafts included; all of them without one. */
export const adminListQuery = (state: ConsultationState | undefined) =>
  infiniteQueryOptions({
    queryKey: adminKeys.list(state ?? ''),
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      call(listAdminConsultations, { query: { state, cursor: pageParam || undefined, limit: 30 }, signal }),
    getNextPageParam: (page) => page.nextCursor,
  });

/** A consultation as its administrators edit it. */
export const adminQuery = (id: string) =>
  queryOptions({
    queryKey: adminKeys.one(id),
    queryFn: ({ signal }) => call(readAdminConsultation, { params: { consultationId: id }, signal }),
  });

/** The people on the roll. */
export const rollQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: adminKeys.roll(id),
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      call(readRoll, { params: { consultationId: id }, query: { cursor: pageParam || undefined }, signal }),
    getNextPageParam: (page) => page.nextCursor,
  });

/** An act whose answer is the consultation as it is afterwards: what the screens show of it follows at once. */
export function useEditing<Input>(send: (input: Input) => Promise<AdminConsultation>, onDone?: (saved: AdminConsultation) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: (saved) => {
      client.setQueryData(adminQuery(saved.id).queryKey, saved);
      void client.invalidateQueries({ queryKey: consultationKeys.all });
      void client.invalidateQueries({ queryKey: [...adminKeys.all, 'list'] });
      onDone?.(saved);
    },
  });
}
