export const REQUEST_TRANSFER = {
  name: 'requestWorkerTransfer',
  query: `mutation ($input: RequestWorkerTransferInput!) { requestWorkerTransfer(input: $input) {
    request { id county { code } purpose status requestedOn openUntil grantedOn version worker { id }
      history { nodes { operation versionAfter } } } } }`,
};

export const ANSWER_TRANSFER = {
  name: 'answerWorkerTransfer',
  query: `mutation ($input: AnswerWorkerTransferInput!) { answerWorkerTransfer(input: $input) {
    question { id status reason answeredOn version allowedActions } } }`,
};
