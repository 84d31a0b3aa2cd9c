import type { Instant } from '../domain/instant.ts';
import { defineCommand } from './defineCommand.ts';

/** Thirty days ahead: what a month's sentence means on any day of it. */
const DAYS_AHEAD = 30;

function later(now: Instant): Instant {
  return new Date(Date.parse(now) + DAYS_AHEAD * 86_400_000).toISOString();
}

export const renewals = defineCommand({
  name: 'renewals',
  group: 'look-up',
  subject: 'words',
  permission: 'role',
  phrases: {
    en: {
      verbs: [],
      ways: [
        "what's|whats renewing|ending|expiring #soon? for? {s}?",
        'what|which is|are renewing|ending|expiring #soon? for? {s}?',
        'what|which subscriptions? renews|renew|ends|end|expires|expire #soon? for? {s}?',
        'what|which subscriptions are renewing|ending|expiring #soon?',
        'what|which subscriptions? will|is|are up for renewal #soon?',
        "what's|whats up for renewal #soon?",
        'show|list|view|see me? upcoming|coming|next? renewals #soon? for|of? {s}?',
        'upcoming|coming|next? renewals #soon? for|of? {s}?',
        "show|list me? what|what's renewing|renews #soon?",
      ],
    },
    sv: {
      verbs: [],
      ways: [
        'vad förnyas|upphör|slutar #soon? för|hos? {s}?',
        'vad löper ut #soon? för|hos? {s}?',
        'vilka prenumerationer? löper ut #soon? för|hos? {s}?',
        'vad är på väg att förnyas|upphöra',
        'vilka prenumerationer? förnyas|upphör|slutar #soon? för|hos? {s}?',
        'visa|lista|se mig? kommande|nästa? förnyelser|förnyelserna #soon? för|hos? {s}?',
        'kommande|nästa? förnyelser #soon? för|hos? {s}?',
        'visa|lista vad som förnyas #soon?',
      ],
    },
  },
  canonical: { en: "what's renewing this month", sv: 'vad förnyas den här månaden' },
  examples: {
    en: ["what's renewing this month", 'renewals for contoso'],
    sv: ['vad förnyas den här månaden', 'kommande förnyelser för contoso'],
  },
  toQuery: (_slots, now) => ({ kind: 'renewals', until: later(now) }),
});
