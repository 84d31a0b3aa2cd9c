import type { Instant } from '../../domain/instant.ts';
import type { Customer } from '../../domain/subscription/subscription.ts';

/** Name, domain, country, segment: Microsoft's example companies and a few of ours, some of them alike on purpose. */
const ROWS: readonly (readonly [string, string, string, Customer['segment']])[] = [
  ['Contoso', 'contoso.com', 'SE', 'commercial'],
  ['Contoso Retail', 'contoso-retail.com', 'SE', 'commercial'],
  ['Fabrikam', 'fabrikam.com', 'SE', 'commercial'],
  ['Fabrikam Fiber', 'fabrikamfiber.com', 'NO', 'commercial'],
  ['Tailspin Toys', 'tailspintoys.com', 'US', 'commercial'],
  ['Litware', 'litware.com', 'DE', 'commercial'],
  ['Adventure Works', 'adventure-works.com', 'US', 'commercial'],
  ['Alpine Ski House', 'alpineskihouse.com', 'CH', 'commercial'],
  ['Bellows College', 'bellowscollege.com', 'US', 'education'],
  ['Best For You Organics', 'bestforyouorganics.com', 'GB', 'commercial'],
  ['Blue Yonder Airlines', 'blueyonderairlines.com', 'US', 'commercial'],
  ['City Power & Light', 'cpandl.com', 'US', 'commercial'],
  ['Coho Vineyard', 'cohovineyard.com', 'FR', 'commercial'],
  ['Coho Winery', 'cohowinery.com', 'FR', 'commercial'],
  ['Consolidated Messenger', 'consolidatedmessenger.com', 'GB', 'commercial'],
  ['Datum Corporation', 'adatum.com', 'US', 'commercial'],
  ['Fincher Architects', 'fincherarchitects.com', 'AU', 'commercial'],
  ['First Up Consultants', 'firstupconsultants.com', 'GB', 'commercial'],
  ['Fourth Coffee', 'fourthcoffee.com', 'IT', 'commercial'],
  ['Graphic Design Institute', 'graphicdesigninstitute.com', 'NL', 'education'],
  ['Humongous Insurance', 'humongousinsurance.com', 'US', 'commercial'],
  ['Lamna Healthcare', 'lamnahealthcare.com', 'US', 'commercial'],
  ['Liberty’s Delightful Sinful Bakery', 'libertysbakery.com', 'US', 'commercial'],
  ['Lucerne Publishing', 'lucernepublishing.com', 'CH', 'commercial'],
  ['Margie’s Travel', 'margiestravel.com', 'IE', 'commercial'],
  ['Munson’s Pickles', 'munsonspickles.com', 'US', 'commercial'],
  ['Nod Publishers', 'nodpublishers.com', 'DK', 'commercial'],
  ['Northwind Traders', 'northwindtraders.com', 'SE', 'commercial'],
  ['Proseware', 'proseware.com', 'FI', 'commercial'],
  ['Relecloud', 'relecloud.com', 'US', 'commercial'],
  ['School of Fine Art', 'fineartschool.net', 'GB', 'education'],
  ['Södra Skogsbruk', 'sodraskogsbruk.se', 'SE', 'commercial'],
  ['Southridge Video', 'southridgevideo.com', 'US', 'commercial'],
  ['The Phone Company', 'thephone-company.com', 'US', 'commercial'],
  ['Trey Research', 'treyresearch.net', 'US', 'nonprofit'],
  ['VanArsdel', 'vanarsdelltd.com', 'US', 'commercial'],
  ['Wide World Importers', 'wideworldimporters.com', 'AU', 'commercial'],
  ['Wingtip Toys', 'wingtiptoys.com', 'US', 'commercial'],
  ['Woodgrove Bank', 'woodgrovebank.com', 'CH', 'commercial'],
  ['Åkessons Åkeri', 'akessonsakeri.se', 'SE', 'commercial'],
  ['Östgöta Kommun', 'ostgotakommun.se', 'SE', 'government'],
  ['Malmö Museum', 'malmomuseum.se', 'SE', 'nonprofit'],
  ['A. Datum & Söner', 'adatumsoner.se', 'SE', 'commercial'],
  ['Berg <b>& Co</b>', 'bergco.se', 'SE', 'commercial'],
];

/** 44 customers; the last has a name that must never be taken for markup. */
export function sampleCustomers(openedAt: Instant, firstBillingPeriodStart: Instant): readonly Customer[] {
  return ROWS.map(([name, domain, country, segment], index) => ({
    id: `customer-${String(index + 1).padStart(3, '0')}`,
    name,
    domain,
    country,
    segment,
    accountOpenedAt: openedAt,
    firstBillingPeriodStart: index % 5 === 4 ? null : firstBillingPeriodStart,
  }));
}
