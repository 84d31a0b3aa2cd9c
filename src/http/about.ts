import type { Route } from './route.ts';
import { send } from './server.ts';

const PRIVACY = `Privacy

This Subdesk is run by the partner whose people use it; ask your administrator whom to turn to.

It keeps: who you are (name, roles, language, time zone, the ids of your Teams or Slack account), the partner's customers and their
subscriptions, your requests with their reasons, and a history of who did what, when and why. It keeps the messages that you send to it
for a day. It reads no other messages, sends nothing to anybody else, and sets no cookies.`;

const TERMS = `Terms of use

Subdesk is free software under the MIT licence and comes without warranty. What it does to a subscription is decided by the rules that
the partner has in force; nothing is changed before the person who asked, and whoever else has to, has confirmed it.`;

/** Where the app packages point to (manifest/teams): Teams asks for both. */
export function aboutRoutes(): readonly Route[] {
  return [
    { method: 'GET', path: '/privacy', handle: (_request, response) => send(response, 200, PRIVACY) },
    { method: 'GET', path: '/terms', handle: (_request, response) => send(response, 200, TERMS) },
  ];
}
