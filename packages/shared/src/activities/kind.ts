import type { z } from 'zod';

/**
 * One way of taking part, as a plug-in: everything that the floors below need to know of it. A new kind is a folder here, one in
 * apps/api/src/activities and one in apps/web/src/activities, and one line in each registry.
 * @typeParam Settings what an administrator decides, kept as one JSON document
 * @typeParam Published one published record of the open data; `count` reads nothing else
 */
export interface ActivityKind<Settings = unknown, Published = unknown, Result = unknown> {
  /** Stable code: stands in `activities.kind`, in exports and in message keys. */
  readonly name: string;
  /** What a phase of the calendar may open. An action is allowed while any current phase opens it. */
  readonly actions: readonly string[];
  /** Kinds of contributions that the activity itself owns; comments belong to every kind. */
  readonly contributionKinds: readonly string[];
  readonly settings: z.ZodType<Settings>;
  /** Valid settings: where an administrator begins; also used by tests, seeds and docs. */
  readonly example: Settings;
  /** The actions that these settings offer at all; the calendar opens no other. */
  offers(settings: Settings): readonly string[];
  /** The result from the published records, in any order: pure, so that anyone can recompute it from the open data. */
  count(published: readonly Published[], settings: Settings): Result;
  readonly result: z.ZodType<Result>;
  /** What a page shows of a result that may be long; the whole result when left out. */
  shown?(result: Result): Result;
  /** The themes by which the activity sorts its contributions (`tallies.category_id`); none when left out. */
  categories?(settings: Settings): readonly { readonly id: string; readonly name: string }[];
}

/** Gives a kind its types, which its count and its screens use; the registry forgets them. */
export function defineKind<Settings, Published, Result>(
  kind: ActivityKind<Settings, Published, Result>,
): ActivityKind<Settings, Published, Result> {
  return kind;
}
