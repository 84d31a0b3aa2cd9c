import { defineCommand } from './defineCommand.ts';

export const cart = defineCommand({
  name: 'cart',
  group: 'buy',
  subject: 'customer',
  permission: 'role',
  phrases: {
    en: {
      verbs: [],
      ways: [
        '#only-cart of|for? {s}?',
        '{s} #only-cart',
        'show|view|open|see|display|get|list|check me? my|our? #only-cart of|for? {s}?',
        'show|view|open|see|display|get me? {s} #only-cart',
        "what_is|what's|whats there? in|inside my|our? #only-cart of|for? {s}?",
        "show|see|list|tell me? what_is|what's|whats in my? #only-cart for|of? {s}?",
        'show #only-cart contents',
        'my #only-cart',
        'contents|content of #only-cart for|of? {s}?',
        'what do|have i|we have? in my|our? #only-cart',
        'what is|are in my|our? #only-cart',
      ],
    },
    sv: {
      verbs: [],
      ways: [
        '#only-cart för|till|hos|åt? {s}?',
        'min|vår #only-cart',
        'visa|öppna|se|lista|kolla mig? min|vår|innehållet_i? #only-cart för|till|hos|åt? {s}?',
        'visa|öppna|se {s} #only-cart',
        'vad ligger|finns|är|har_jag|har_vi det? i min|vår? #only-cart för|till|hos? {s}?',
        'innehåll|innehållet i #only-cart',
        'visa|se vad som ligger|finns|är i #only-cart',
        '{s} #only-cart',
      ],
    },
  },
  canonical: { en: 'cart', sv: 'varukorg' },
  examples: { en: ['cart', 'show my cart'], sv: ['varukorg', 'visa varukorgen'] },
  notYet: 'reads',
});
