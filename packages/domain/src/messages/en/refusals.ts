/**
 * Why a request is refused, where the place that refuses knows better words than those of the error's code. What is the same in every
 * language, such as the name of a field or of a header, is a parameter.
 */
export const refusals = {
  /** A fault: what happened, and what became of the request. */
  fault: { message: '{fault} {outcome}', hint: '{outcome} {fault}' },

  /** A request that cannot be read. */
  request: {
    notInEnvelope: 'The input does not stand in its envelope, {envelope}.',
    envelopeMeta: 'The meta of the envelope does not belong to its json.',
    wrapInput: 'Wrap the input: {example}.',
    reservedName: 'The name {name} is reserved. Use another.',
    noSuchProcedure: 'There is no such procedure.',
    checkProcedure: 'Check its name, like {example}.',
    checkEncoding: 'Check how the address is encoded.',
    notJson: 'The input is not JSON.',
    sendEnvelope: 'Send {envelope} around the input.',
    unreadable: 'The request cannot be read: {problem}.',
    correct: 'Correct the request.',
    notARequest: 'This request cannot be read.',
    checkMethodAndHost: 'Check its method and its host.',
    sendJson: 'Send JSON.',
    setHeader: 'Set the header {header}.',
    bodyTooLarge: 'Send a body of at most {megabytes} MB.',
    formTooLarge: 'Send at most {kilobytes} KB.',
    endedEarly: 'The body ended early.',
    sendAgain: 'Send it again.',
    tooManyCalls: 'A batch is at most {calls} calls.',
    sendRest: 'Send the rest in another batch.',
    nothingHere: 'There is nothing here.',
    checkAddress: 'Check the address and the method.',
    useMethods: 'Use {methods}.',
    foreignOrigin: 'This request did not come from our own pages.',
    badCursor: 'This cursor is not one of this list.',
    startAgain: 'Start again without a cursor.',
    nameCustomer: 'Name the customer whose sequence this is.',
  },

  /** Who may not. */
  access: {
    needsKey: 'This is for apps, with an API key.',
    needsCustomer: 'This is for a customer, in a session of the portal.',
    needsStaff: 'This is for staff, who sign in.',
    notForCustomers: 'This is not for customers.',
    forPages: 'This is for pages; an app reads {procedure}.',
    rightCredential: 'Use a credential of the right kind.',
    sessionEnded: 'Your session has ended. Open a new link to continue.',
    noScope: 'This key does not hold {scope}.',
    onlyApps: 'Only an app may do this, with its API key.',
    needsRole: 'This needs the role {role}.',
  },

  limits: {
    message: 'Too many {what}. Try again in {wait}.',
    seconds: '{seconds, plural, one {1 second} other {{seconds} seconds}}',
    minutes: '{minutes, plural, one {1 minute} other {{minutes} minutes}}',
    hint: 'Wait as long as {header} says.',
    /** What there was too much of. */
    what: {
      linksToAddress: 'requests for a link to this address',
      links: 'requests for a link',
      linkEmails: 'emails with a link',
      tries: 'tries',
      handOvers: 'links to another device',
      documents: 'documents',
      uploads: 'uploads',
      uploadBytes: 'bytes of uploads',
      openPages: 'open pages',
    },
  },

  customers: {
    typeNotCreated: 'Customers of this type cannot be created.',
    noSuchProgram: 'There is no such program for this type.',
    onlyWhile: 'Only possible while {statuses}; this is {status}.',
    archived: 'An archived customer can do nothing and cannot be changed. Create a new one.',
    /** Why the data is locked, with what to do instead. */
    locked: {
      UNDER_REVIEW: 'The data is locked while it is being checked. Wait for the outcome; a webhook announces it.',
      ACTIVE: 'Verified data changes only through an approved change request.',
      REJECTED: 'A rejected customer cannot be changed. Contact support.',
      DEACTIVATED: 'A deactivated customer can be viewed and not changed. Contact support.',
    },
    notArchivable: 'Only a customer that was never submitted can be archived.',
    noEmail: 'This customer has no email address.',
    addEmail: 'Add an email address first.',
    tooManyDrafts: 'At most {pages} pages are kept at a time.',
  },

  documents: {
    tooLarge: 'Use a file of at most {megabytes} MB.',
    tooSmall: 'Use a file of at least {kilobytes} KB; a smaller one cannot be read.',
    sendFirst: 'Send the file first: between {kilobytes} KB and {megabytes} MB.',
    uploadFinished: 'This upload is finished. Begin a new one to replace it.',
    noPicture: 'This document has no picture. Download its file.',
    oneSide: 'This kind has one side.',
    doesNotAnswer: 'This document does not answer the item. {answer}',
    malware: 'A malware scanner found something harmful in this file. Take a new photo of the document instead.',
    noScanner:
      'Files cannot be checked for malware just now, so none are taken. Nothing was changed; try again in a few minutes.',
    tooManyPdfs: 'Too many PDFs are being opened just now. Try again in a minute, or send a photo.',
    noRoom: 'Gatehouse cannot take files just now. Nothing was changed; try again later.',
  },

  /** What people decide, and what is asked of a customer. */
  decisions: {
    readsOnly: 'Your role reads and decides nothing.',
    otherProposal: 'Another proposal waits for a second person. Confirm or decline it first.',
    samePerson: '{why} {next}',
    checksRunning: 'The checks are still running. Decide when they are done.',
    checkFailed: 'A failed check stands in the way: reject, or have two people approve.',
    checkAsks: 'A check asks for something, and a deactivated customer cannot be asked. Decline, and settle it first.',
    permanent: 'This deactivation is permanent.',
    itemClosed: 'This item is not open any more.',
    proposalClosed: 'This proposal is not open any more; the customer is {status}.',
    decidedByColleague: '{name} decided this: it is {status} now.',
    proposalDecided: '{name} decided this proposal: it is {status} now.',
    decidedByYou: 'You decided it yourself: it is {status} now.',
    held: '{name} holds this case.',
    nothingToExpedite: 'Nothing here waits for us, so nothing can be expedited; this is {status}.',
    onlyOfBusiness: 'This can only be asked of a business.',
    askedByItself: 'This is asked by itself.',
    noFieldForIt: 'This customer has no field that it is about.',
    noSuchField: 'This customer has no such field.',
    fieldOrDocument: 'Name a field or a kind of document, and not both.',
  },

  staff: {
    unknown: 'Nobody at the desk has this id.',
    readListAgain: 'Read the list again.',
    ownRole: 'You cannot change your own role.',
    disableOneself: 'You cannot disable yourself.',
    ownFactor: 'You cannot reset your own second factor.',
    askOtherAdmin: 'Ask another admin to do it.',
    lastAdmin: 'This is the last admin.',
    makeAdmin: 'Make somebody else an admin first.',
  },

  webhooks: {
    removed: 'This endpoint was removed, so nothing is sent to it.',
    planned: 'Nothing raises {types} yet.',
    tooLong: 'The address is longer than {characters} characters.',
    hasSpaces: 'The address contains a space, a backslash or a control character.',
    notAnAddress: 'This is not an address.',
    hasUser: 'The address must not contain a user name or password.',
    notHttps: 'The address must start with {scheme}.',
    notPublic: 'This address is not public.',
    notPublicHost: 'This is not a public host name.',
  },
} as const;

/** What can be wrong with a file. */
export const fileProblems = {
  unsupported: 'The file is no JPEG, PNG or PDF.',
  tooFewBytes: 'The file is smaller than {kilobytes} KB.',
  tooManyBytes: 'The file is larger than {megabytes} MB.',
  tooFewPixels: 'The picture is smaller than {pixels} by {pixels} pixels.',
  tooManyPixels: 'The picture has more than {megapixels} million pixels.',
  damaged: 'The file is damaged and cannot be opened.',
  encrypted: 'The PDF is locked: it is encrypted or needs a password.',
  tooManyPages: 'The PDF has more than {pages} pages.',
  tooHeavy: 'The PDF takes too much memory or time to open.',
  active:
    'The PDF holds a script, starts something by itself, or has links to other things than web pages. Print it to a new PDF, or send a photo.',
  attachments: 'The PDF has other files attached to it. Print it to a new PDF, or send a photo.',
  dynamicForm: 'The PDF is a form that only some programs can show. Print it to a new PDF, or send a photo.',
  blank: 'The picture shows nothing.',
  blurred: 'The picture is blurred.',
} as const;
