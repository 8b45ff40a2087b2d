import { CreateMunicipalities1764000000000 } from './1764000000000-create-municipalities.ts';
import { CreateAccounts1764000001000 } from './1764000001000-create-accounts.ts';
import { CreateLegalPagesAndRules1764000002000 } from './1764000002000-create-legal-pages-and-rules.ts';
import { CreateConsultations1764000003000 } from './1764000003000-create-consultations.ts';
import { CreateContributions1764000004000 } from './1764000004000-create-contributions.ts';
import { CreateSupportsAndTallies1764000005000 } from './1764000005000-create-supports-and-tallies.ts';
import { CreateOutboxAndHistory1764000006000 } from './1764000006000-create-outbox-and-history.ts';
import { CreateModeration1764000007000 } from './1764000007000-create-moderation.ts';
import { CreateResponses1764000008000 } from './1764000008000-create-responses.ts';
import { CreateMailsAndFollows1764000009000 } from './1764000009000-create-mails-and-follows.ts';
import { CreateImports1764000010000 } from './1764000010000-create-imports.ts';
import { CreatePublicViews1764000011000 } from './1764000011000-create-public-views.ts';
import { WidenAccounts1764000020000 } from './1764000020000-widen-accounts.ts';
import { SayHowLongAccountsAreKept1764000020100 } from './1764000020100-say-how-long-accounts-are-kept.ts';
import { PublishCompleteLegalPages1764000021000 } from './1764000021000-publish-complete-legal-pages.ts';
import { SayHowLongProposalsAreKept1764000023200 } from './1764000023200-say-how-long-proposals-are-kept.ts';
import { SeeSupports1764000023100 } from './1764000023100-see-supports.ts';
import { CreateSetupLinks1764000021100 } from './1764000021100-create-setup-links.ts';
import { IndexJournal1764000021200 } from './1764000021200-index-journal.ts';
import { ListProposals1764000023000 } from './1764000023000-list-proposals.ts';
import { CreateInsiderViews1764000012000 } from './1764000012000-create-insider-views.ts';
import { CreateNotices1764000026000 } from './1764000026000-create-notices.ts';
import { SayHowLongMailsAreKept1764000026100 } from './1764000026100-say-how-long-mails-are-kept.ts';
import { IndexFileUse1764000027000 } from './1764000027000-index-file-use.ts';
import { ResolveImports1764000027100 } from './1764000027100-resolve-imports.ts';
import { EnterPaper1764000027200 } from './1764000027200-enter-paper.ts';
import { SeeConsultationChanges1764000022000 } from './1764000022000-see-consultation-changes.ts';
import { SettleDebates1764000024000 } from './1764000024000-settle-debates.ts';
import { LetInsidersSeeFiles1764000022100 } from './1764000022100-let-insiders-see-files.ts';
import { SayHowLongConsultationsAreKept1764000022200 } from './1764000022200-say-how-long-consultations-are-kept.ts';
import { SeeParticipation1764000028000 } from './1764000028000-see-participation.ts';
import { SayHowLongDebatesAreKept1764000024100 } from './1764000024100-say-how-long-debates-are-kept.ts';
import { CancelPaperEntries1764000042000 } from './1764000042000-cancel-paper-entries.ts';
import { WriteRulesInEachLanguage1764000041000 } from './1764000041000-write-rules-in-each-language.ts';
import { RememberWhatARecountSaw1764000044000 } from './1764000044000-remember-what-a-recount-saw.ts';
import { AccountForEveryNumber1764000042900 } from './1764000042900-account-for-every-number.ts';
import { TellMailStops1764000045200 } from './1764000045200-tell-mail-stops.ts';
import { SlowHastySupporters1764000045300 } from './1764000045300-slow-hasty-supporters.ts';
import { WithholdRefusedVersions1764000046000 } from './1764000046000-withhold-refused-versions.ts';
import { OrderBySupportsApart1764000049000 } from './1764000049000-order-by-supports-apart.ts';
import { CountNoReplyAsAStance1764000050000 } from './1764000050000-count-no-reply-as-a-stance.ts';
import { RememberActivityAddresses1764000053000 } from './1764000053000-remember-activity-addresses.ts';
import { TellTheColumnsOfAWrongFile1764000052100 } from './1764000052100-tell-the-columns-of-a-wrong-file.ts';

/** Every migration, oldest first. */
export const migrations = [
  CreateMunicipalities1764000000000,
  CreateAccounts1764000001000,
  CreateLegalPagesAndRules1764000002000,
  CreateConsultations1764000003000,
  CreateContributions1764000004000,
  CreateSupportsAndTallies1764000005000,
  CreateOutboxAndHistory1764000006000,
  CreateModeration1764000007000,
  CreateResponses1764000008000,
  CreateMailsAndFollows1764000009000,
  CreateImports1764000010000,
  CreatePublicViews1764000011000,
  WidenAccounts1764000020000,
  SayHowLongAccountsAreKept1764000020100,
  PublishCompleteLegalPages1764000021000,
  CreateSetupLinks1764000021100,
  IndexJournal1764000021200,
  CreateInsiderViews1764000012000,
  CreateNotices1764000026000,
  SayHowLongMailsAreKept1764000026100,
  IndexFileUse1764000027000,
  ResolveImports1764000027100,
  EnterPaper1764000027200,
  SeeConsultationChanges1764000022000,
  ListProposals1764000023000,
  SettleDebates1764000024000,
  SeeSupports1764000023100,
  SayHowLongProposalsAreKept1764000023200,
  LetInsidersSeeFiles1764000022100,
  SayHowLongConsultationsAreKept1764000022200,
  SeeParticipation1764000028000,
  SayHowLongDebatesAreKept1764000024100,
  CancelPaperEntries1764000042000,
  WriteRulesInEachLanguage1764000041000,
  RememberWhatARecountSaw1764000044000,
  AccountForEveryNumber1764000042900,
  TellMailStops1764000045200,
  SlowHastySupporters1764000045300,
  WithholdRefusedVersions1764000046000,
  OrderBySupportsApart1764000049000,
  CountNoReplyAsAStance1764000050000,
  RememberActivityAddresses1764000053000,
  TellTheColumnsOfAWrongFile1764000052100,
];
