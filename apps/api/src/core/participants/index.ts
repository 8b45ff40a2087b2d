export {
  findOrMakeMailParticipant,
  makeAccountParticipant,
  makeGroupParticipant,
  makeImportParticipants,
  makePaperParticipant,
  makeTownParticipant,
} from './participants.ts';
export { pseudonymise, updateParticipantName } from './participants.queries.ts';
export { personalData, personalDataSources, type PersonKeys } from './personal-data.ts';
export { tellAddressProved, whenAddressProved } from './proved-address.ts';
