/** What a subscription is never called: an order about one of these means something else. */
export const EN_OBJECTS = `
  renewal, renewals, auto-renew, autorenew, auto-renewal, auto-renewals, autorenewal, auto, change, changes, scheduled, notification, notifications,
  reminder, reminders, alert, alerts, cart, basket, request, requests, operation, operations, approval, approvals,
  role, roles, rights, invoice, invoices, invoicing, payment, payments, meeting, pause, hold, suspension, cancellation,
  upgrade, downgrade, add-on, add-ons, addon, addons, order, orders, quantity, seat, billing, term, mail, mails, email, emails, ticket, tickets,
  message, messages, card, cards, channel, account, accounts, user, colleague, password, price, discount, offer, process, expiring, notifying, posting,
  renewing, expire, expiry, expiration, anything, something, nothing, someone, somebody, second, sec, moment, minute, appointment, dentist, booking, cat, joke, music, dinner, lunch`;

/** Words of talk, that no name in an order is made of. */
export const EN_TALK = `
  i, we, they, he, she, is, are, was, were, be, been, being, has, have, had, does, did, wants, want, wanted, asked, asks, said, says, told,
  paid, pays, need, needs, needed, would, should, could, must, who, which, what, why, how, where, because, since, so, me, us, him, seems, looks, thinks, think,
  believe, heard, hope, wish, maybe, perhaps, i'm, we're, they're, it's, that's, isn't, i've, we've, they've, he's, she's,
  what's, who's, though, although, too, either, please, like`;
