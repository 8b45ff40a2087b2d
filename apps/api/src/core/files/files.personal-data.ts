import { personalData } from '../participants/index.ts';
import { readUploadsOf, readShownBy } from './files.queries.ts';
import { eraseFilesOfParticipant, removeFiles } from './use-files.ts';

// Pictures belong to the texts that show them: they go with these when the person takes the texts along.
personalData({
  name: 'files',
  read: (db, { municipalityId, participantId }) => readUploadsOf(db, municipalityId, participantId),
  async erase(tx, { municipalityId, participantId }, choice) {
    if (choice.texts) await removeFiles(tx, municipalityId, await readShownBy(tx, municipalityId, participantId));
    await eraseFilesOfParticipant(tx, municipalityId, participantId);
  },
});
