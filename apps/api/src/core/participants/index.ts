export {
  findOrMakeMailParticipant, makeAccountParticipant, makeGroupParticipant, makeImportParticipants, makePaperParticipant, makeTownParticipant,
} from './participants.ts';
export { pseudonymise, updateParticipantName } from './participants.queries.ts';
export { personalData, personalDataSources, type ErasureChoice, type PersonKeys, type PersonalDataSource } from './personal-data.ts';
export { tellAddressProved, whenAddressProved, type ProvedAddress } from './proved-address.ts';
