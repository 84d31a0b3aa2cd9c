import type { Language } from '../domain/person.ts';

/** How every verb that takes a subscription is said, whatever it is: `@` and its like are the command's own verbs. */
export const VERB_WAYS: Readonly<Record<Language, readonly string[]>> = {
  en: [
    '@ {s}?',
    '{s:product} @',
    '@noun of|for|on|to {s}',
    'request|do|make|process|initiate|start|perform|arrange|issue|submit|execute|handle @noun of|for|on|to {s}',
    'proceed|go_ahead|continue|move_ahead|get_on with @ing|@noun of|for|on? {s}',
    '@noun {s:product}?',
    '#i-want @noun of|for|on {s}',
    '#i-want {s} to_be? @ed',
    '{s:product} can_you|could_you|please @ it|that|this|that_one',
  ],
  sv: [
    '@ {s}?',
    '{s:product} @',
    '@noun av|för|på|hos|till {s}',
    'gör|göra|begär|utför|starta|påbörja|genomför|initiera|hantera|registrera|verkställ @noun av|för|på|hos {s}',
    '@noun {s:product}?',
    '#i-want @noun av|för|på|hos {s}',
    '#i-want {s} @ed',
    '{s:product} kan_du|kan_ni|skulle_du_kunna|skulle_ni_kunna @ den|det|den_där|den_här',
    'gå_vidare_med|fortsätt_med @noun av|för|på? {s}',
  ],
};
