type Company = {
  name: string;
  legalForm: string;
  sbi: readonly [code: string, description: string];
  address?: { street: string; city: string };
  endedOn?: string;
};

/** The fictitious companies of the test environment of KVK (developers.kvk.nl), by KvK number. */
const COMPANIES: Readonly<Record<string, Company>> = {
  "68750110": {
    name: "Test BV Donald",
    legalForm: "BeslotenVennootschap",
    sbi: ["01241", "Teelt van appels en peren"],
    address: { street: "Hizzaarderlaan 3A", city: "Lollum" },
  },
  "69599084": {
    name: "Test EMZ Dagobert",
    legalForm: "Eenmanszaak",
    sbi: ["86921", "Praktijken van fysiotherapeuten"],
    address: { street: "Abebe Bikilalaan 17", city: "Amsterdam" },
  },
  "68727720": {
    name: "Test NV Katrien",
    legalForm: "NaamlozeVennootschap",
    sbi: ["56101", "Restaurants"],
    address: { street: "Witte Paarden 1", city: "Veendam" },
  },
  "69599076": {
    name: "Test VOF Guus",
    legalForm: "VennootschapOnderFirma",
    sbi: ["4711", "Supermarkten"],
    address: { street: "Pasteurlaan 1", city: "Almere" },
  },
  "69599068": {
    name: "Test Stichting Bolderbast",
    legalForm: "Stichting",
    sbi: ["9499", "Overige belangenorganisaties"],
    address: { street: "Oosterwal 1", city: "Lochem" },
  },
  "90001354": {
    name: "Grand Kontex B.V.",
    legalForm: "BeslotenVennootschap",
    sbi: ["70221", "Organisatieadvies"],
  },
  "90004760": {
    name: "Test NV",
    legalForm: "NaamlozeVennootschap",
    sbi: ["64201", "Financiële holdings"],
    address: { street: "Markt 1", city: "Utrecht" },
  },
  "90000102": {
    name: "Test Stichting",
    legalForm: "Stichting",
    sbi: ["88993", "Algemeen maatschappelijk werk"],
    address: { street: "Markt 2", city: "Utrecht" },
  },
  "90001745": {
    name: "Test Maatschap",
    legalForm: "Maatschap",
    sbi: ["69101", "Advocatenkantoren"],
    address: { street: "Markt 3", city: "Utrecht" },
  },
  "96354429": {
    name: "Test Coöperatie",
    legalForm: "Cooperatie",
    sbi: ["94110", "Bedrijfs- en werkgeversorganisaties"],
    address: { street: "Dorpsstraat 1", city: "Zwolle" },
    endedOn: "20250101",
  },
};

/** A base profile as the register answers it; undefined for a number it does not know. */
export function baseProfile(kvkNumber: string) {
  const company = COMPANIES[kvkNumber];
  if (!company) return undefined;
  const { name, legalForm, sbi, address, endedOn } = company;
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
        kvkNummer: kvkNumber,
        eersteHandelsnaam: name,
        indHoofdvestiging: "Ja",
        adressen: [
          address
            ? {
                type: "bezoekadres",
                indAfgeschermd: "Nee",
                volledigAdres: `${address.street}, ${address.city}`,
                plaats: address.city,
                land: "Nederland",
              }
            : { type: "bezoekadres", indAfgeschermd: "Ja" },
        ],
      },
      eigenaar: { rechtsvorm: legalForm, uitgebreideRechtsvorm: legalForm },
    },
  };
}
