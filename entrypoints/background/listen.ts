import { onMessage } from '@/lib/messaging/protocol';
import { schemas } from '@/lib/messaging/schemas';
import type { Handlers } from './handlers';

/** Registers one handler per message; what does not look like the protocol says is refused before it is handled. */
export function listen(handlers: Handlers): void {
  onMessage('hello', ({ data, sender }) => handlers.hello(schemas.hello.parse(data), sender));
  onMessage('recordReadings', ({ data, sender }) => handlers.recordReadings(data, sender));
  onMessage('heartbeat', ({ data }) => handlers.heartbeat(schemas.heartbeat.parse(data)));
  onMessage('deadlineCrossed', ({ data }) => handlers.deadlineCrossed(schemas.deadlineCrossed.parse(data)));
  onMessage('replyInserted', ({ data }) => handlers.replyInserted(schemas.replyInserted.parse(data)));
  onMessage('searchReplies', ({ data }) => handlers.searchReplies(schemas.searchReplies.parse(data)));
  onMessage('checkCare', ({ data }) => handlers.checkCare(schemas.checkCare.parse(data)));
  onMessage('replyExtras', ({ data }) => handlers.replyExtras(schemas.replyExtras.parse(data)));
  onMessage('paletteMarks', ({ data }) => handlers.paletteMarks(schemas.paletteMarks.parse(data)));
  onMessage('noAdapter', ({ data, sender }) => handlers.noAdapter(schemas.noAdapter.parse(data), sender));
  onMessage('openDashboard', ({ data }) => handlers.openDashboard(schemas.openDashboard.parse(data)));
  onMessage('overlayPlaced', ({ data }) => handlers.overlayPlaced(schemas.overlayPlaced.parse(data)));
  onMessage('openConversation', ({ data }) => handlers.openConversation(schemas.openConversation.parse(data)));
  onMessage('startRecording', ({ data }) => handlers.startRecording(schemas.startRecording.parse(data)));
  onMessage('stopRecording', ({ data }) => handlers.stopRecording(schemas.stopRecording.parse(data)));
  onMessage('setPaused', ({ data }) => handlers.setPaused(schemas.setPaused.parse(data)));
  onMessage('setPerson', ({ data }) => handlers.setPerson(schemas.setPerson.parse(data)));
  onMessage('setDuty', ({ data }) => handlers.setDuty(schemas.setDuty.parse(data)));
  onMessage('correctPerson', ({ data }) => handlers.correctPerson(schemas.correctPerson.parse(data)));
  onMessage('renamePerson', ({ data }) => handlers.renamePerson(schemas.renamePerson.parse(data)));
  onMessage('markConversation', ({ data }) => handlers.markConversation(schemas.markConversation.parse(data)));
  onMessage('showConversation', ({ data }) => handlers.showConversation(schemas.showConversation.parse(data)));
  onMessage('correctEntry', ({ data }) => handlers.correctEntry(schemas.correctEntry.parse(data)));
  onMessage('undoCorrection', ({ data }) => handlers.undoCorrection(schemas.undoCorrection.parse(data)));
  onMessage('saveQuickReply', ({ data }) => handlers.saveQuickReply(schemas.saveQuickReply.parse(data)));
  onMessage('deleteQuickReply', ({ data }) => handlers.deleteQuickReply(schemas.deleteQuickReply.parse(data)));
  onMessage('changeQuickReplies', ({ data }) => handlers.changeQuickReplies(schemas.changeQuickReplies.parse(data)));
  onMessage('importQuickReplies', ({ data }) => handlers.importQuickReplies(schemas.importQuickReplies.parse(data)));
  onMessage('undoImport', ({ data }) => handlers.undoImport(schemas.undoImport.parse(data)));
  onMessage('savePicture', ({ data }) => handlers.savePicture(schemas.savePicture.parse(data)));
  onMessage('readPicture', ({ data }) => handlers.readPicture(schemas.readPicture.parse(data)));
  onMessage('dismissPhrase', ({ data }) => handlers.dismissPhrase(schemas.dismissPhrase.parse(data)));
  onMessage('forgetAnswers', ({ data }) => handlers.forgetAnswers(schemas.forgetAnswers.parse(data)));
  onMessage('suggestionsShown', ({ data }) => handlers.suggestionsShown(schemas.suggestionsShown.parse(data)));
  onMessage('savePlatformReport', ({ data }) => handlers.savePlatformReport(schemas.savePlatformReport.parse(data)));
  onMessage('undoPlatformReport', ({ data }) => handlers.undoPlatformReport(schemas.undoPlatformReport.parse(data)));
  onMessage('setReportAgent', ({ data }) => handlers.setReportAgent(schemas.setReportAgent.parse(data)));
  onMessage('deleteHistory', ({ data }) => handlers.deleteHistory(schemas.deleteHistory.parse(data)));
}
