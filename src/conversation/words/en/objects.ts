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

/** Words that say how far, how often or whether, that order or report: no name in an order is made of them either. */
export const EN_LIMITS = `
  doubtful, unlikely, likely, rarely, seldom, though, sadly, despite, against, afterwards, beforehand, meanwhile, presumed, alleged, potential, proposed, planned, possible, perhaps, questionable, unclear, uncertain,
  worse, something better,
  about, regarding, concerning, towards,
  month, months, week, weeks, year, years,
  almost, nearly, hardly, barely, scarcely, somewhat, sort of, kind of, pretend, pretending, soon, sooner, shortly, yet, often, always, sometimes, twice, once, still, ever, only if,
  partly, partially, gradually, eventually, hypothetically, supposedly, allegedly, apparently, possibly, presumably, accidentally, mistakenly, wrongly, incorrectly, tentatively, conditionally,
  by mistake, by accident, in error, in doubt, in case, just in case, as needed, as appropriate, as usual, as before, as planned, as per, such as, same as, similar to, just like, awaiting, pending, prior to, following payment,
  at your discretion, on approval, upon approval, per month, per year, per week, a month, a week, a year, each, every, apiece, percent, per cent, pct, half, halves, third of, quarter of, most, some, few, lots, all but,
  oldest, newest, wrong, right one, another, other, others, rest, remainder, whichever, whatever, whoever, wherever, someone, somebody, anyone, anybody, everybody, everyone, nobody, anything, everything, something,
  set, sets, put, give, let, make, made, done, failed, fails, works, worked, working, broken, costs, cost, happened, happens, went, goes, gone, came, comes, got, gets, gave, took, kept, keeps, meant, means, decided, agreed,
  can, can't, will, shall, may, might, wanna, gonna, gotta, shouldn't, wouldn't, couldn't, i'll, we'll, they'll, he'll, she'll, it'll, you'll, you're, you've, i'd, we'd, they'd, there's, there, here, whom, whether, unless,
  until, while, if, than, then, therefore, thus, hence, however, nevertheless, despite, during, between, versus, vs, or, nor, but, rather, instead, anymore, any more, no longer, myself, yourself, themselves, mine, yours, ours, theirs,
  q1, q2, q3, q4, lol, haha, jk, just kidding, kidding, joking, tbd, tbc, wip, eg, e.g, e.g., i.e, i.e., ie, etc, etc., aka, for example, for instance, example, hypothetical, imaginary, dummy text`;

/** Things of everyday life that no reseller's desk sells or stops. */
export const EN_THINGS = `
  discussion, discussions, talks, debate, idea, ideas, rumour, rumor, negotiation, negotiations,
  pizza, pizzas, coffee, coffees, lunch, lunches, breakfast, food, beer, beers, cake, cakes, sandwich, sandwiches, fruit, milk, flowers, taxi, cab, uber, laptop, laptops, computer, computers, pc, pcs, printer, printers,
  toner, monitor, monitors, keyboard, keyboards, headset, headsets, iphone, iphones, ipad, ipads, macbook, macbooks, chair, chairs, desk, desks, lamp, lamps, car, cars, bike, flight, flights, train, hotel, trip, ticket, tickets, vacation, holiday,
  video, film, movie, song, podcast, tv, netflix, spotify, gym, membership, newspaper, magazine, insurance policy, electricity, rent, apartment, disbelief, kettle, lights, door, window, file, comment, phone plan, my phone, call, conversation, game,
  wifi, router, dog, kids, wedding, party, pens, paper, books, book, t-shirts, mugs, stickers`;
