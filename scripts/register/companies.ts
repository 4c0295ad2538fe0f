type Branch = {
  number: string;
  name?: string;
  /** Absent when it is shielded. */
  address?: { street: string; houseNumber: number; addition?: string; postcode: string; city: string };
};
type Company = {
  name: string;
  legalForm: string;
  rsin?: string;
  sbi: readonly [code: string, description: string];
  /** The main one first. */
  branches: readonly [Branch, ...Branch[]];
  endedOn?: string;
};

const at = (street: string, houseNumber: number, postcode: string, city: string, addition?: string) => ({
  address: { street, houseNumber, postcode, city, ...(addition && { addition }) },
});

/** The fictitious companies of the test environment of KVK (developers.kvk.nl), by KvK number. */
const COMPANIES: Readonly<Record<string, Company>> = {
  "68750110": {
    name: "Test BV Donald",
    legalForm: "BeslotenVennootschap",
    rsin: "857587973",
    sbi: ["01241", "Teelt van appels en peren"],
    branches: [
      { number: "000037178598", ...at("Hizzaarderlaan", 3, "8823SJ", "Lollum", "A") },
      {
        number: "000037178601",
        name: "Test BV Donald Nevenvestiging",
        ...at("Brinkerinckbaan", 740, "7416SK", "Diepenveen"),
      },
    ],
  },
  "69599084": {
    name: "Test EMZ Dagobert",
    legalForm: "Eenmanszaak",
    sbi: ["86921", "Praktijken van fysiotherapeuten"],
    branches: [
      { number: "000038509504", ...at("Abebe Bikilalaan", 17, "1034WL", "Amsterdam") },
      {
        number: "000038509520",
        name: "Test EMZ Nevenvestiging Govert",
        ...at("Rozengaarde", 8, "1188AL", "Amstelveen"),
      },
    ],
  },
  "68727720": {
    name: "Test NV Katrien",
    legalForm: "NaamlozeVennootschap",
    sbi: ["56101", "Restaurants"],
    branches: [{ number: "000037143557", ...at("Witte Paarden", 1, "9641AA", "Veendam") }],
  },
  "69599076": {
    name: "Test VOF Guus",
    legalForm: "VennootschapOnderFirma",
    sbi: ["4711", "Supermarkten"],
    branches: [
      { number: "000038509474", ...at("Pasteurlaan", 1, "1312AA", "Almere") },
      {
        number: "000038509490",
        name: "Test VOF Nevenvestiging",
        ...at("Noorderplassen", 22, "1316VS", "Almere"),
      },
    ],
  },
  "69599068": {
    name: "Test Stichting Bolderbast",
    legalForm: "Stichting",
    sbi: ["9499", "Overige belangenorganisaties"],
    branches: [{ number: "990064773193", ...at("Oosterwal", 1, "7241AR", "Lochem") }],
  },
  "90001354": {
    name: "Grand Kontex B.V.",
    legalForm: "BeslotenVennootschap",
    sbi: ["70221", "Organisatieadvies"],
    branches: [{ number: "990000541921" }],
  },
  "90004760": {
    name: "Test NV",
    legalForm: "NaamlozeVennootschap",
    sbi: ["64201", "Financiële holdings"],
    branches: [{ number: "990000216645", ...at("Markt", 1, "3511AA", "Utrecht") }],
  },
  "90000102": {
    name: "Test Stichting",
    legalForm: "Stichting",
    sbi: ["88993", "Algemeen maatschappelijk werk"],
    branches: [{ number: "990000821206", ...at("Markt", 2, "3511AA", "Utrecht") }],
  },
  "90001745": {
    name: "Test Maatschap",
    legalForm: "Maatschap",
    sbi: ["69101", "Advocatenkantoren"],
    branches: [{ number: "990000637800", ...at("Markt", 3, "3511AA", "Utrecht") }],
  },
  "96354429": {
    name: "Test Coöperatie",
    legalForm: "Cooperatie",
    sbi: ["94110", "Bedrijfs- en werkgeversorganisaties"],
    branches: [{ number: "990001987781", ...at("Dorpsstraat", 1, "8011AA", "Zwolle") }],
    endedOn: "20250101",
  },
};

/** Each number of this range is a company of one branch, so that every tester can have their own. */
const OWN = /^97\d{6}$/;

const companyOf = (kvkNumber: string): Company | undefined =>
  COMPANIES[kvkNumber] ??
  (OWN.test(kvkNumber)
    ? {
        name: `Test Bedrijf ${kvkNumber} B.V.`,
        legalForm: "BeslotenVennootschap",
        sbi: ["10711", "Vervaardiging van brood en vers banketbakkerswerk"],
        branches: [{ number: `0000${kvkNumber}`, ...at("Stationsplein", 1, "3511ED", "Utrecht") }],
      }
    : undefined);

/** A base profile as the register answers it; undefined for an unknown number. */
export function baseProfile(kvkNumber: string) {
  const company = companyOf(kvkNumber);
  if (!company) return undefined;
  const { name, legalForm, rsin, sbi, branches, endedOn } = company;
  const [{ number, address }] = branches;
  return {
    kvkNummer: kvkNumber,
    indNonMailing: "Nee",
    naam: name,
    formeleRegistratiedatum: "20170616",
    materieleRegistratie: { datumAanvang: "20170601", ...(endedOn && { datumEinde: endedOn }) },
    handelsnamen: [{ naam: name, volgorde: 0 }],
    sbiActiviteiten: [{ sbiCode: sbi[0], sbiOmschrijving: sbi[1], indHoofdactiviteit: "Ja" }],
    _embedded: {
      hoofdvestiging: {
        vestigingsnummer: number,
        kvkNummer: kvkNumber,
        eersteHandelsnaam: name,
        indHoofdvestiging: "Ja",
        adressen: [
          address
            ? {
                type: "bezoekadres",
                indAfgeschermd: "Nee",
                volledigAdres: onOneLine(address),
                straatnaam: address.street,
                huisnummer: address.houseNumber,
                ...(address.addition && { huisnummerToevoeging: address.addition }),
                postcode: address.postcode,
                plaats: address.city,
                land: "Nederland",
              }
            : { type: "bezoekadres", indAfgeschermd: "Ja" },
        ],
      },
      eigenaar: { ...(rsin && { rsin }), rechtsvorm: legalForm, uitgebreideRechtsvorm: legalForm },
    },
  };
}

/** The list of branches as the register answers it; undefined for an unknown number. */
export function branchList(kvkNumber: string) {
  const company = companyOf(kvkNumber);
  if (!company) return undefined;
  const { name, branches } = company;
  return {
    kvkNummer: kvkNumber,
    aantalCommercieleVestigingen: branches.length,
    aantalNietCommercieleVestigingen: 0,
    totaalAantalVestigingen: branches.length,
    vestigingen: branches.map((branch, place) => ({
      vestigingsnummer: branch.number,
      kvkNummer: kvkNumber,
      eersteHandelsnaam: branch.name ?? name,
      indHoofdvestiging: place === 0 ? "Ja" : "Nee",
      indAdresAfgeschermd: branch.address ? "Nee" : "Ja",
      indCommercieleVestiging: "Ja",
      ...(branch.address && { volledigAdres: onOneLine(branch.address) }),
    })),
  };
}

/** Street and town in columns, as the register has them. */
function onOneLine({
  street,
  houseNumber,
  addition,
  postcode,
  city,
}: NonNullable<Branch["address"]>): string {
  const first = [street, houseNumber, addition].filter(Boolean).join(" ");
  return `${first.padEnd(50)}${postcode} ${city}`;
}
