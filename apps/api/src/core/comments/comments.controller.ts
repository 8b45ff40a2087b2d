import { Controller, Inject } from '@nestjs/common';
import {
  addComment,
  editComment,
  readCommentVersions,
  readDebate,
  readReplies,
  readSide,
  withdrawComment,
  type CommentView,
  type Debate,
  type ReplyView,
} from '@parvis/shared/contracts/comments.ts';
import { Limit, Policy, Route, type ActorCall, type Call } from '../../platform/http/index.ts';
import { contributionFacts, shownTo, type ContributionFactsRow } from '../contributions/index.ts';
import { mayComment, mayEditComment, maySeeComment, maySeeDebate, mayWithdrawComment } from './comments.policy.ts';
import { CommentsService } from './comments.service.ts';
import { DebateReader } from './debate-reader.ts';

type Facts = ContributionFactsRow;

/** Routes of a debate. Reading follows the subject's visibility; writing is judged again by the statement that inserts. */
@Controller()
export class CommentsController {
  constructor(
    @Inject(CommentsService) private readonly comments: CommentsService,
    @Inject(DebateReader) private readonly debates: DebateReader,
  ) {}

  @Route(readDebate)
  @Policy(maySeeDebate, contributionFacts)
  async debate(call: Call<typeof readDebate, Facts>): Promise<Debate> {
    return shownTo(call, await this.debates.debate(call));
  }

  @Route(readSide)
  @Policy(maySeeDebate, contributionFacts)
  async side(call: Call<typeof readSide, Facts>): Promise<{ items: CommentView[]; nextCursor: string | null }> {
    return shownTo(call, await this.debates.side(call));
  }

  @Route(readReplies)
  @Policy(maySeeComment, contributionFacts)
  async replies(call: Call<typeof readReplies, Facts>): Promise<{ items: ReplyView[]; nextCursor: string | null }> {
    return shownTo(call, await this.debates.replies(call));
  }

  @Route(readCommentVersions)
  @Policy(maySeeComment, contributionFacts)
  versions(call: Call<typeof readCommentVersions, Facts>): Promise<{ versions: { revision: number; text: string; editedAt: string }[] }> {
    return this.debates.versions(call);
  }

  @Route(addComment)
  @Policy(mayComment, contributionFacts)
  @Limit({ name: 'comment', points: 60, seconds: 3_600, by: 'account' })
  add(call: ActorCall<typeof addComment, Facts>): Promise<ReplyView> {
    return this.comments.add(call);
  }

  @Route(editComment)
  @Policy(mayEditComment, contributionFacts)
  edit(call: ActorCall<typeof editComment, Facts>): Promise<ReplyView> {
    return this.comments.edit(call);
  }

  @Route(withdrawComment)
  @Policy(mayWithdrawComment, contributionFacts)
  withdraw(call: ActorCall<typeof withdrawComment, Facts>): Promise<ReplyView> {
    return this.comments.withdraw(call);
  }
}
