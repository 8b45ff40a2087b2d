import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import {
  addComment,
  commentSorts,
  editComment,
  readCommentVersions,
  readDebate,
  readReplies,
  readSide,
  withdrawComment,
  type CommentSort,
} from '@parvis/shared/contracts/comments.ts';
import type { Stance } from '@parvis/shared/rules/words.ts';
import { call } from '../../platform/call.ts';

const keys = {
  of: (subjectId: string) => ['comments', subjectId] as const,
  debate: (subjectId: string, view: DebateView) => [...keys.of(subjectId), 'debate', view] as const,
};

/** Which part of a debate is shown: an order, or the place of one comment. Both stand in the address of the page. */
export interface DebateView {
  readonly sort: CommentSort;
  readonly comment: string | null;
}

/** In the address: `?tri=replied` and `?commentaire=<id>`. */
export function debateViewOf(query: URLSearchParams): DebateView {
  const comment = query.get('commentaire');
  return {
    sort: commentSorts.find((one) => one === query.get('tri')) ?? 'oldest',
    comment: comment && /^[0-9a-f-]{36}$/.test(comment) ? comment : null,
  };
}

/** What `<Comments>` reads: the page of a contribution names it in `load` with its own query string. */
export function commentsQuery(subjectId: string, query: URLSearchParams) {
  const view = debateViewOf(query);
  return queryOptions({
    queryKey: keys.debate(subjectId, view),
    queryFn: ({ signal }) =>
      call(readDebate, {
        params: { contributionId: subjectId },
        query: { sort: view.sort, ...(view.comment && { comment: view.comment }) },
        signal,
      }),
  });
}

/** The arguments of one side after those of the first view. */
export function sideQuery(subjectId: string, stance: Stance, sort: CommentSort, cursor: string) {
  return infiniteQueryOptions({
    queryKey: [...keys.of(subjectId), 'side', stance, sort, cursor],
    queryFn: ({ pageParam, signal }) =>
      call(readSide, { params: { contributionId: subjectId }, query: { stance, sort, cursor: pageParam }, signal }),
    initialPageParam: cursor,
    getNextPageParam: (page) => page.nextCursor,
  });
}

/** The replies to a comment after those shown at first. */
export function repliesQuery(subjectId: string, commentId: string, cursor: string) {
  return infiniteQueryOptions({
    queryKey: [...keys.of(subjectId), 'replies', commentId, cursor],
    queryFn: ({ pageParam, signal }) => call(readReplies, { params: { contributionId: commentId }, query: { cursor: pageParam }, signal }),
    initialPageParam: cursor,
    getNextPageParam: (page) => page.nextCursor,
  });
}

/** Former texts of a comment, asked when somebody opens them. */
export function versionsQuery(commentId: string) {
  return queryOptions({
    queryKey: ['comments', 'versions', commentId],
    queryFn: ({ signal }) => call(readCommentVersions, { params: { contributionId: commentId }, signal }),
  });
}

/** Everything shown of a debate is asked again after an act on it. */
function useDebateAct<V, A>(subjectId: string, act: (values: V) => Promise<A>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: act, onSuccess: () => client.invalidateQueries({ queryKey: keys.of(subjectId) }) });
}

/** Without `parentId` an argument, which needs a side where the debate has sides; with it an answer. */
export function useAddComment(subjectId: string) {
  return useDebateAct(subjectId, (body: { text: string; stance?: Stance; parentId?: string }) =>
    call(addComment, { params: { contributionId: subjectId }, body }),
  );
}

/** `revision` is the one that was read: refused when another was saved meanwhile. */
export function useEditComment(subjectId: string, commentId: string) {
  return useDebateAct(subjectId, (body: { text: string; revision: number }) =>
    call(editComment, { params: { contributionId: commentId }, body }),
  );
}

/** Leaves its place in the debate, without text; there is no way back. */
export function useWithdrawComment(subjectId: string, commentId: string) {
  return useDebateAct(subjectId, () => call(withdrawComment, { params: { contributionId: commentId } }));
}
