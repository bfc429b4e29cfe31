import type { ClientBase } from "pg";
import type { Translated } from "../../app/domain/kernel/languages.ts";
import { MEMBERS_ON_A_DAY } from "../../server/features/membership/members-sql.ts";
import { insertRows, type Row } from "./batch.ts";
import { addDays, brusselsInstant } from "./days.ts";
import { persona } from "./personas.ts";

type Request = {
  key: string;
  kind: string;
  titles: Translated;
  link: string;
  /** Days from today. */
  asked: number;
  answer?: number;
  whoActs?: string;
  statutory?: boolean;
  became?: Translated;
  /** One member in so many was asked, and some personas besides. */
  oneIn?: number;
};

const REQUESTS: Request[] = [
  {
    key: "demo/convocation",
    kind: "notice",
    titles: {
      fr: "Convocation à l’assemblée générale",
      nl: "Oproeping voor de algemene vergadering",
      de: "Einberufung zur Generalversammlung",
      en: "Convocation to the general assembly",
    },
    link: "/assembly",
    asked: -21,
    statutory: true,
  },
  {
    key: "demo/sick-leave",
    kind: "survey",
    titles: {
      fr: "Vos jours de maladie : qu’est-ce qui manque ?",
      nl: "Uw ziektedagen: wat ontbreekt er?",
      de: "Ihre Krankheitstage: Was fehlt?",
      en: "Your sick days: what is missing?",
    },
    link: "/smartlab",
    asked: -80,
    answer: -20,
    whoActs: "le conseil d’administration",
    became: {
      fr: "412 réponses. Le conseil a ouvert une étude de couverture complémentaire ; elle revient à l’assemblée.",
      nl: "412 antwoorden. De raad opende een studie over aanvullende dekking; ze komt terug op de vergadering.",
      de: "412 Antworten. Der Rat hat eine Studie zur Zusatzdeckung begonnen; sie kommt in die Versammlung zurück.",
      en: "412 answers. The board opened a study of complementary cover; it comes back to the assembly.",
    },
    oneIn: 20,
  },
  {
    key: "demo/offices",
    kind: "survey",
    titles: {
      fr: "Les heures d’ouverture de votre bureau",
      nl: "De openingsuren van uw kantoor",
      de: "Die Öffnungszeiten Ihres Büros",
      en: "The opening hours of your office",
    },
    link: "/reports/figures",
    asked: -55,
    answer: -6,
    whoActs: "l’équipe conseil",
    oneIn: 15,
  },
  {
    key: "demo/tour",
    kind: "meeting",
    titles: {
      fr: "Venez à l’étape de la tournée près de chez vous",
      nl: "Kom naar de halte van de ronde in uw buurt",
      de: "Kommen Sie zur Station der Rundreise in Ihrer Nähe",
      en: "Come to the stop of the tour near you",
    },
    link: "/assembly",
    asked: -12,
    answer: 25,
    whoActs: "la direction",
    oneIn: 12,
  },
];

/** What was asked of members lately, one promise of which is late; a quiet period ahead. */
export async function seedSolicitations(client: ClientBase, today: string): Promise<void> {
  const organiser = persona("organiser").personId;
  const members = await membersOn(client, today);
  for (const request of REQUESTS) {
    const { key, kind, titles, link, asked, answer, whoActs = "", statutory = false } = request;
    const askedOn = addDays(today, asked);
    // What law asks for is counted for nobody: the number is enough.
    const persons = statutory ? [] : someOf(members, request.oneIn ?? 1);
    const { rows } = await client.query<{ id: string }>(
      `insert into solicitation (key, kind, body, titles, link, statutory, asked_on, who_acts,
         answer_by, asked, spared, created_at, created_by, answered_at, became)
       values ($1, $2, 'cooperative', $3, $4, $5, $6, $7, $8, $13, 0, $9, $10, $11, $12)
       returning id`,
      [
        key,
        kind,
        titles,
        link,
        statutory,
        askedOn,
        whoActs,
        answer === undefined ? null : addDays(today, answer),
        brusselsInstant(askedOn, "10:00"),
        organiser,
        request.became && answer !== undefined
          ? brusselsInstant(addDays(today, answer - 2), "10:00")
          : null,
        request.became ?? {},
        statutory ? members.length : persons.length,
      ],
    );
    await client.query(
      "insert into solicited (solicitation_id, person_id) select $1, unnest($2::uuid[])",
      [rows[0]?.id, persons],
    );
  }
  await client.query("insert into quiet_period (first_day, last_day, titles) values ($1, $2, $3)", [
    addDays(today, 30),
    addDays(today, 44),
    {
      fr: "Congés de la coopérative",
      nl: "Vakantie van de coöperatie",
      de: "Ferien der Genossenschaft",
      en: "Holidays of the cooperative",
    },
  ]);
}

async function membersOn(client: ClientBase, today: string): Promise<string[]> {
  const { rows } = await client.query<{ persons: string[] }>(
    `select array_agg(person_id order by person_id) as persons from (${MEMBERS_ON_A_DAY}) member`,
    [null, today],
  );
  return rows[0]?.persons ?? [];
}

/** One in so many, and the personas whose pages show it. */
function someOf(members: readonly string[], oneIn: number): string[] {
  const shown = ["member-fr", "member-nl", "member-de"].map((one) => persona(one).personId);
  return [...new Set([...shown, ...members.filter((_, at) => at % oneIn === 0)])];
}

/** What some personas were told and have not all read. */
export async function seedNotices(client: ClientBase, now: Date): Promise<void> {
  const [sickLeave, tour] = ["demo/sick-leave", "demo/tour"].map(titlesOf);
  const rows: Row[] = ["member-fr", "member-nl", "member-de", "unit-holder"].flatMap((one) => {
    const person_id = persona(one).personId;
    const told = { person_id, body: "cooperative", urgency: "digest", mail: "weekly" };
    return [
      {
        ...told,
        key: "demo/answered",
        kind: "solicitation-answered",
        link: "/solicitations",
        details: { title: sickLeave },
        created_at: new Date(now.getTime() - 22 * DAY_MS),
        read_at: new Date(now.getTime() - 21 * DAY_MS),
        mailed_at: new Date(now.getTime() - 22 * DAY_MS),
      },
      {
        ...told,
        key: "demo/tour",
        kind: "solicitation",
        link: "/assembly",
        details: {
          title: tour,
          whoActs: "la direction",
          answerOn: new Date(now.getTime() + 25 * DAY_MS).toISOString().slice(0, 10),
        },
        created_at: new Date(now.getTime() - 12 * DAY_MS),
      },
    ];
  });
  const columns = {
    person_id: "uuid",
    key: "text",
    kind: "text",
    body: "text",
    link: "text",
    details: "jsonb",
    urgency: "text",
    mail: "text",
    created_at: "timestamptz",
    read_at: "timestamptz",
    mailed_at: "timestamptz",
  };
  await insertRows(client, "notice", columns, rows);
  await client.query(
    `insert into digest_line (rhythm, person_id, notice_id)
     select mail, person_id, id from notice
     where mail in ('daily', 'weekly') and mailed_at is null and read_at is null`,
  );
}

const DAY_MS = 86_400_000;

function titlesOf(key: string): Translated {
  return REQUESTS.find((request) => request.key === key)?.titles ?? {};
}
