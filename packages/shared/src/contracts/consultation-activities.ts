import { z } from 'zod';
import { actRefusals, AdminConsultation, readAt, reason } from './consultation-admin.ts';
import { body, slug, text, uuid } from './fields.ts';
import { route } from './route.ts';

export const addActivity = route({
  method: 'POST',
  path: '/admin/consultations/:consultationId/activities',
  summary: 'Add a way of taking part',
  request: body({ kind: z.string().max(40), title: text({ min: 1, max: 120 }), reason }),
  response: AdminConsultation,
  refusals: actRefusals,
});

const activityParams = z.object({ consultationId: uuid, activityId: uuid });

export const saveActivity = route({
  method: 'PUT',
  path: '/admin/consultations/:consultationId/activities/:activityId',
  summary: 'Save a way of taking part and its settings',
  params: activityParams,
  request: body({
    title: text({ min: 1, max: 120 }),
    slug,
    intro: text({ max: 1_000, lines: 'many' }),
    settings: z.record(z.string().max(60), z.unknown()),
    reason,
    updatedAt: readAt,
  }),
  response: AdminConsultation,
  refusals: [...actRefusals, 'activity-not-found', 'rules-frozen'],
});

export const orderActivities = route({
  method: 'PUT',
  path: '/admin/consultations/:consultationId/activity-order',
  summary: 'Put the ways of taking part in another order',
  request: body({ activityIds: z.array(uuid).max(50), reason }),
  response: AdminConsultation,
  refusals: actRefusals,
});

export const removeActivity = route({
  method: 'DELETE',
  path: '/admin/consultations/:consultationId/activities/:activityId',
  summary: 'Remove a way of taking part that nobody has used',
  params: activityParams,
  query: z.object({ reason: text({ max: 500 }).optional() }),
  response: AdminConsultation,
  refusals: [...actRefusals, 'activity-not-found', 'activity-in-use'],
});
