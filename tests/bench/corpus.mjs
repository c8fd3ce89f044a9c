#!/usr/bin/env node
// Deterministic news corpus generator (plain Node, no dependencies).
//   node corpus.mjs --out DIR --articles N [--authors 200] [--seed 1] [--now 2026-11-20T18:00:00Z]
// Same arguments -> byte-identical output. Writes
//   DIR/articles/YYYY/MM/<slug>.md   YAML frontmatter + Markdown (YYYY/MM of the local date in `published`)
//   DIR/authors/<slug>.md            name, role + bio body
//   DIR/media/*.png                  40 x 640x360 placeholder images
//   DIR/sections/<slug>.md           one per section
//   DIR/site.yaml                    a site named Corpus, so that DIR is a whole content folder
//   DIR/topics.json                  article slug -> latent topic id (ground truth, 0..39)
//   DIR/stories.json                 article slug -> storyline id (only the ~60% that follow one; finer ground truth)
// Internal links in bodies are written as /<section>/<slug> and always point at an existing earlier article.
import fs from 'node:fs'
import path from 'node:path'
import zlib from 'node:zlib'

const args = {}
for (let i = 2; i < process.argv.length; i += 2) args[process.argv[i].replace(/^--/, '')] = process.argv[i + 1]
if (!args.out || !args.articles) {
  console.error('usage: node corpus.mjs --out DIR --articles N [--authors 200] [--seed 1] [--now ISO]')
  process.exit(2)
}
const OUT = path.resolve(args.out),
  N = +args.articles,
  NA = +(args.authors ?? 200),
  SEED = +(args.seed ?? 1)
const NOW = Date.parse(args.now ?? '2026-11-20T18:00:00Z')
const SPAN = 10 * 365.25 * 86400e3

// ---------- random ----------
function rng(seed) {
  let a = seed >>> 0
  return () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
let R = rng(SEED * 7919 + 17)
const int = (n) => (R() * n) | 0
const pick = (a) => a[(R() * a.length) | 0]
const between = (a, b) => a + int(b - a + 1)
const chance = (p) => R() < p
function zipfTable(n, s = 1) {
  const c = new Float64Array(n)
  let t = 0
  for (let i = 0; i < n; i++) c[i] = t += 1 / (i + 1) ** s
  for (let i = 0; i < n; i++) c[i] /= t
  return c
}
function fromTable(c) {
  const r = R()
  let lo = 0,
    hi = c.length - 1
  while (lo < hi) {
    const m = (lo + hi) >> 1
    if (c[m] < r) lo = m + 1
    else hi = m
  }
  return lo
}
const zpick = (a) => a[(R() ** 1.7 * a.length) | 0] // skewed towards the front
function shuffle(a) {
  for (let i = a.length - 1; i > 0; i--) {
    const j = int(i + 1)
    ;[a[i], a[j]] = [a[j], a[i]]
  }
  return a
}
function sample(a, k) {
  return shuffle(a.slice()).slice(0, k)
}
const slugify = (s) =>
  s
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/ø/g, 'o')
    .replace(/ł/g, 'l')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
const cap = (s) => s[0].toUpperCase() + s.slice(1)

// ---------- 40 latent topics: section | name | nouns | verbs(past) | adjectives | tag slugs ----------
const T = `
world|border conflict|ceasefire artillery frontline drone militia convoy trench brigade truce checkpoint enclave shelling refugee corridor ammunition outpost offensive prisoner blockade mediator minefield airstrike|shelled withdrew recaptured bombarded mobilised evacuated|besieged armoured disputed wounded fortified|ceasefire,frontline,peace-talks
world|migration|migrant asylum visa smuggler detention dinghy coastguard deportation shelter border passport quota resettlement camp rescue crossing fence interpreter humanitarian residency trafficker arrival|deported rescued intercepted resettled detained crossed|stranded undocumented overcrowded maritime displaced|migration,asylum,borders
world|famine relief|famine harvest grain ration aid hunger convoy malnutrition drought warehouse relief livestock sorghum clinic seed donor shortage airlift village flour waterhole appeal|starved distributed airlifted withered appealed rationed|malnourished parched acute hungry remote|famine,aid,drought
world|trade summit|tariff summit treaty delegation communique bloc quota envoy negotiation sanction embargo customs accord exporter pact protocol concession consensus dispute plenary retaliation dumping|negotiated sanctioned ratified retaliated signed stalled|bilateral multilateral protectionist diplomatic reciprocal|trade-talks,sanctions,diplomacy
world|earthquake|earthquake aftershock rubble magnitude epicentre rescuer tent survivor fault landslide crane building tremor morgue dog excavator tsunami seismograph collapse hospital dam evacuation|collapsed trapped shook rescued buried rebuilt|seismic ruined homeless shallow structural|earthquakes,disaster-relief,reconstruction
world|coup|junta general coup barracks curfew palace parliament broadcaster decree exile loyalist mutiny tank transition constitution blackout crackdown regent protester garrison amnesty tribunal|overthrew arrested seized dissolved exiled decreed|military interim ousted loyal clandestine|coup,democracy,military
world|shipping lanes|strait tanker piracy frigate container port canal crew ransom hull navy insurer cargo pilot escort freighter buoy dredger lighthouse salvage anchorage charter|rerouted boarded escorted grounded hijacked salvaged|naval seaborne laden idle insured|shipping,piracy,ports
world|royal succession|monarch coronation throne heir palace abbey regent ceremony crown prince princess consort carriage courtier jubilee abdication dynasty sceptre procession mourning portrait chamberlain|crowned abdicated knelt inherited proclaimed mourned|royal regal ceremonial dynastic ermine|royalty,succession,ceremony
politics|election campaign|ballot candidate turnout poll constituency manifesto canvasser swing voter recount coalition majority hustings pollster incumbent primary runoff landslide debate precinct ballotbox campaign|campaigned canvassed conceded polled endorsed outpolled|electoral undecided marginal incumbent partisan|elections,polling,campaigns
politics|budget|budget deficit chancellor levy pension allowance borrowing treasury surplus threshold relief austerity duty forecast watchdog spending rebate dividend bracket revenue subsidy shortfall|taxed borrowed capped slashed budgeted overspent|fiscal frozen progressive unfunded prudent|budget,tax,public-spending
politics|health service|hospital nurse ward waiting surgery ambulance consultant rota junior triage bed clinic backlog midwife discharge paramedic strike vaccine carer referral corridor theatre|treated admitted discharged vaccinated striked referred|clinical understaffed elective chronic overstretched|health-service,hospitals,patient-care
politics|housing|tenant landlord rent eviction mortgage planning council greenbelt developer leasehold cladding estate homeless bungalow zoning deposit brownfield terrace surveyor permit density housebuilder|evicted rented built permitted rezoned refurbished|affordable derelict suburban vacant leaky|housing,planning,renters
politics|schools|teacher pupil classroom exam curriculum headteacher inspector truancy phonics syllabus tuition homework grammar academy grade kindergarten textbook playground governor literacy exclusion assessment|taught examined graded inspected enrolled excluded|academic selective primary illiterate gifted|schools,exams,teachers
politics|policing|detective constable warrant inquest burglary custody jury prosecutor verdict witness forensic stabbing probation cell parole patrol robbery inquiry sergeant misconduct bail fraudster|arrested charged convicted investigated acquitted searched|criminal violent undercover guilty custodial|policing,courts,crime
politics|climate policy|emission carbon target levy insulation turbine boiler pledge subsidy grid nuclear pylon hydrogen windfarm heatpump retrofit offset permit net-zero coal phaseout methane|pledged decarbonised retrofitted offset curbed subsidised|renewable offshore low-carbon stranded green|climate-policy,net-zero,energy
politics|leadership contest|leader backbencher whip cabinet reshuffle resignation faction frontbench ballot conference rebel loyalist scandal donor adviser memo premier confidence nomination minister apology sleaze|resigned rebelled reshuffled plotted briefed ousted|embattled disloyal ministerial shadow leaked|leadership,cabinet,scandal
business|interest rates|inflation bank rate economist bond yield recession governor currency lender mortgage wage basket forecast liquidity pricing reserve consumer gilt stimulus tightening benchmark|raised tightened eased inflated forecasted hedged|monetary hawkish dovish sluggish persistent|interest-rates,inflation,central-banks
business|chip industry|semiconductor wafer foundry chip lithography processor factory fab silicon node subsidy shortage patent memory supplier yield export designer cleanroom transistor etching substrate|fabricated etched licensed shipped packaged scaled|advanced nanometre scarce photonic integrated|semiconductors,chips,supply-chain
business|retail|shopper supermarket checkout discount store footfall brand grocer warehouse markdown loyalty shelf basket mall franchise supplier barcode aisle courier returns apparel till|discounted restocked franchised delivered shopped closed|retail wholesale seasonal thrifty upmarket|retail,supermarkets,consumers
business|electric cars|battery charger motor carmaker lithium vehicle range plant hybrid recall sedan dealership cathode cobalt autonomous steering assembly mileage warranty drivetrain emissions showroom|charged recalled electrified assembled drove overtook|electric autonomous rechargeable kerbside lightweight|electric-cars,batteries,carmakers
business|airlines|airline jet runway pilot passenger fare baggage engine route hangar cabin fleet airport slot turbulence carrier tarmac cockpit stewardess layover fuselage kerosene|landed grounded cancelled boarded refuelled diverted|airborne budget transatlantic delayed regional|airlines,airports,travel
business|startups|startup founder investor valuation equity funding unicorn app accelerator seed pitch layoff acquisition exit burnrate runway prospectus angel stake incubator listing pivot|invested pitched acquired pivoted floated raised|venture loss-making viral scalable frothy|startups,venture-capital,ipo
business|farming|farmer dairy wheat fertiliser tractor orchard cattle crop subsidy barley pesticide milk abattoir yield hedgerow silage lamb poultry drought combine auction pasture|farmed harvested ploughed milked sprayed grazed|arable organic agricultural fallow rural|farming,food-prices,countryside
business|labour disputes|union strike picket worker overtime wage ballot railway depot contract shift dispute pension negotiator walkout signaller grievance roster arbitration employer shopsteward stoppage|picketed walked bargained balloted negotiated locked|unionised industrial unpaid collective casual|unions,strikes,pay
science|space exploration|rocket orbit astronaut lander probe launch crater module telescope satellite payload rover capsule thruster spacesuit booster asteroid moon gantry mission spectrometer heatshield|launched orbited docked landed splashed probed|lunar orbital interplanetary cryogenic reusable|space,rockets,moon
science|genetics|gene genome mutation embryo enzyme sequencing cell protein inheritance mouse chromosome trial biobank therapy variant ancestry laboratory editing nucleus marker donor clone|sequenced edited mutated inherited cloned expressed|genetic hereditary molecular recessive cellular|genetics,gene-editing,biology
science|epidemics|virus outbreak vaccine infection variant quarantine epidemiologist strain antibody pathogen mosquito mask immunity dose fever hospitalisation genome contact swab reservoir pandemic booster|infected vaccinated quarantined mutated spread immunised|contagious viral airborne immune zoonotic|epidemics,vaccines,public-health
science|artificial intelligence|algorithm model neural dataset chatbot robot training benchmark prompt compute transformer bias safety deepfake token researcher automation labelling cluster inference hallucination alignment|trained predicted automated generated hallucinated benchmarked|artificial generative opaque synthetic probabilistic|artificial-intelligence,ai-safety,robots
science|wildlife|species whale beaver habitat wolf wetland extinction ecologist otter nest reef poacher bird pollinator salmon butterfly reserve tracking seabird predator moth amphibian|reintroduced nested migrated poached hatched tagged|endangered native invasive nocturnal marine|wildlife,conservation,oceans
science|archaeology|tomb excavation pottery skeleton temple inscription mosaic archaeologist hoard coin bronze dig burial fossil artefact viking manuscript trench fresco sarcophagus settlement midden|excavated unearthed carved buried deciphered dated|ancient neolithic medieval gilded ritual|archaeology,history,museums
science|physics|particle collider quantum detector neutrino photon laser magnet fusion plasma theorist boson qubit superconductor entanglement tokamak symmetry muon gravity vacuum lattice wave|collided measured entangled accelerated fused detected|subatomic superconducting theoretical dark coherent|physics,quantum,fusion
culture|film|director actor screenplay premiere festival studio sequel box-office trailer cinematographer scene award streaming remake actress stuntman cinema script documentary casting thriller editor|filmed directed screened starred premiered cast|cinematic animated gothic blockbuster award-winning|film,festivals,streaming
culture|music|album singer orchestra guitar concert chorus band melody tour producer lyric violin conductor stage opera drummer vinyl soprano playlist encore quartet headliner|sang performed recorded toured composed conducted|symphonic acoustic melodic raucous operatic|music,concerts,classical
culture|books|novel author chapter memoir publisher poet prize bookshop plot narrator critic translation shortlist paperback library essay biography manuscript protagonist stanza epilogue reader|wrote published translated reviewed shortlisted narrated|literary fictional lyrical posthumous bestselling|books,prizes,poetry
culture|visual art|painting gallery sculptor exhibition canvas curator auction portrait museum collector brush biennale watercolour installation forgery fresco sketch retrospective ceramic easel patron frame|painted exhibited sculpted curated forged auctioned|abstract surreal figurative bronze contemporary|art,galleries,auctions
culture|food|chef restaurant recipe kitchen menu flavour oven baker dough spice vineyard cheese waiter broth sourdough butter pastry michelin dessert tasting garlic pickles|cooked baked fermented tasted served roasted|savoury crisp seasonal spicy buttery|food,restaurants,recipes
culture|sport|goalkeeper penalty coach stadium striker referee league trophy sprint medal cricket wicket marathon midfielder transfer racket innings relay supporter tournament scrum podium|scored tackled trained sprinted bowled defended|unbeaten injured olympic offside championship|sport,football,olympics
puzzles|crossword|clue crossword anagram grid setter solver cryptic letter synonym across down lights homophone hidden charade deletion spoonerism wordplay surface enumeration pangram nina|solved clued hinted filled anagrammed crossed|cryptic quick devious elegant fiendish|crosswords,wordplay,solvers
puzzles|chess|bishop rook gambit endgame grandmaster pawn opening checkmate knight castling queen zugzwang blitz tournament fork clock stalemate rating fianchetto board skewer tempo|castled sacrificed checkmated blundered promoted resigned|positional tactical doubled hypermodern passed|chess,endgames,tournaments
puzzles|logic puzzles|sudoku riddle maths logic cube domino matchstick digit paradox weighing maze tiling probability prime dice tangram knot hexagon parity counterexample proof jigsaw|reasoned deduced counted proved tiled guessed|logical magic prime symmetrical minimal|logic-puzzles,sudoku,maths
`
  .trim()
  .split('\n')
  .map((l, id) => {
    const [section, name, n, v, a, tags] = l.split('|')
    return { id, section, name, nouns: n.split(' '), verbs: v.split(' '), adjs: a.split(' '), tags: tags.split(',') }
  })
if (T.length !== 40) throw new Error('topics ' + T.length)
const SECTIONS = ['world', 'politics', 'business', 'science', 'culture', 'puzzles']
const SECTION_TAGS = {
  world: ['international', 'united-nations', 'human-rights', 'europe', 'asia', 'africa'],
  politics: ['parliament', 'government', 'local-government', 'public-services'],
  business: ['economy', 'markets', 'jobs', 'regulation', 'technology'],
  science: ['research', 'technology', 'environment', 'universities'],
  culture: ['arts', 'reviews', 'interviews', 'heritage'],
  puzzles: ['puzzles', 'games', 'weekend'],
}

// general vocabulary
const GN =
  'plan report decision question government people community week month year official spokesman spokeswoman statement review evidence change result problem deal group case meeting move pressure risk cost figure number rise fall effort support concern team leader work time place story line future past debate reason record study system policy project company family city country region town street house public service market money price future rule law inquiry warning hope fear doubt demand supply answer challenge chance choice voice role part point view value term level rate scale size share return start end delay failure success step approach method measure response source detail document letter interview visit journey morning evening afternoon weekend summer winter autumn spring century decade moment history memory tradition promise agreement compromise proposal idea argument complaint criticism praise tribute'.split(
    ' ',
  )
const GV =
  'said showed suggested found argued warned claimed added explained confirmed denied revealed described announced promised refused agreed accepted rejected questioned welcomed criticised defended insisted hoped feared expected planned decided believed thought noticed remembered'.split(
    ' ',
  )
const GVT =
  'changed affected improved damaged reached opened closed followed supported delayed blocked doubled halved helped tested replaced restored shaped threatened transformed weakened strengthened overshadowed prompted triggered exposed reviewed abandoned approved'.split(
    ' ',
  )
const GA =
  'new old recent early late local national global public private major minor serious clear unclear difficult simple complex sudden gradual expected unexpected welcome controversial popular unpopular cautious confident critical crucial important modest sharp steady final first second third last long short high low strong weak rare common quiet loud vivid'.split(
    ' ',
  )
const ADV =
  'quickly slowly quietly openly recently finally eventually repeatedly rarely often already still perhaps apparently reportedly largely partly nearly almost certainly briefly sharply steadily unexpectedly'.split(
    ' ',
  )
const TIME = [
  'on Monday',
  'on Tuesday',
  'on Wednesday',
  'on Thursday',
  'on Friday',
  'at the weekend',
  'last week',
  'last month',
  'earlier this year',
  'in the spring',
  'in the autumn',
  'after months of delay',
  'late in the evening',
  'before dawn',
  'this morning',
  'two years ago',
  'a decade ago',
]
const FIRST =
  'Ada Amara Anders Anna Arjun Beatriz Bruno Carla Chidi Clara Daniel Daria Dmitri Elena Elif Emeka Erik Esther Farah Felix Freya Gabriel Greta Hana Hassan Helena Hugo Ida Imran Ines Ingrid Isaac Ivy Jana Jonas Josef Julia Kamal Karin Kofi Lars Layla Leo Lina Luca Lucía Magnus Maia Marek Maren Marta Mei Miguel Mila Mina Nadia Naomi Nikhil Nina Noor Olga Omar Oskar Paul Petra Priya Quentin Rafael Rania René Rosa Ruth Sam Sana Sara Sean Sofia Søren Stella Sven Tariq Tessa Theo Thomas Uma Vera Victor Wanda Wei Yara Yusuf Zadie Zoë'.split(
    ' ',
  )
const LAST =
  'Abbott Achebe Adler Ahmed Almeida Andersen Aoki Baines Banerjee Barclay Becker Bell Berg Blom Bose Brandt Brennan Calder Castro Chen Clarke Coleman Costa Dahl Das Desai Dolan Doyle Drummond Duarte Eriksen Evans Falk Farrow Ferrari Fischer Fofana Fraser Gallagher García Ghosh Grant Haddad Hale Hartmann Hayes Hoffman Holm Hughes Ibrahim Ito Jansen Jensen Kaplan Kapoor Kaur Keller Khan Kim Kowalski Laurent Lee Lindgren Lopez Łukasik Maguire Malik Mbeki Mendes Meyer Moreau Müller Murphy Nair Nakamura Novak Obi Okafor Olsen Ortiz Park Patel Pereira Petrov Quinn Rao Reyes Rossi Roy Sato Schmidt Shah Silva Singh Sorensen Stein Suzuki Tanaka Torres Usman Vance Vargas Wagner Walsh Webb Weiss Wong Yilmaz Zhang'.split(
    ' ',
  )
const SYL1 =
  'Kar Mar Vel Tor Bal Dun Hal Ost Rav Sel Tan Ul Ven Wes Yar Zor Bren Cal Dral Fen Gor Hest Ilm Jor Kest Lor Mel Nor Or Pell Quar Ros Sark Thal Urb Vask Wil Xan Yel Zen'.split(
    ' ',
  )
const SYL2 = 'a e i o an en ir ol ar em is ov un ad el in or us ak ev'.split(' ')
const PEND = 'ko son sen ska vich man ton nova relli dez mont berg lund wick ford well hart stone mura wa'.split(' ')
const LEND = 'via stan burg ville ton heim port mouth grad holm field ria mark land bay'.split(' ')
const ONOUN = [
  'Authority',
  'Institute',
  'Council',
  'Commission',
  'Foundation',
  'Group',
  'Agency',
  'Federation',
  'Union',
  'Trust',
  'Observatory',
  'Bureau',
  'Alliance',
  'Society',
  'Board',
]
const used = new Set()
function uniq(f) {
  for (;;) {
    const s = f()
    if (!used.has(s)) {
      used.add(s)
      return s
    }
  }
}
const mkSurname = () => uniq(() => pick(SYL1) + pick(SYL2) + pick(PEND))
const mkPlace = () => uniq(() => pick(SYL1) + pick(SYL2) + pick(LEND))
const sharedPlaces = Array.from({ length: 12 }, mkPlace)
for (const t of T) {
  t.persons = Array.from({ length: 16 }, () => ({ full: pick(FIRST) + ' ' + mkSurname() })).map(
    (p) => ((p.last = p.full.split(' ')[1]), p),
  )
  t.places = [...Array.from({ length: 8 }, mkPlace), ...sample(sharedPlaces, 3)]
  t.orgs = Array.from({ length: 8 }, () =>
    uniq(
      () =>
        (chance(0.5) ? pick(t.places) : cap(pick(t.nouns))) +
        ' ' +
        (chance(0.4) ? cap(pick(t.nouns)) + ' ' : '') +
        pick(ONOUN),
    ),
  )
}
// Zipf over topics (shuffled so that popularity is not tied to list order)
const topicOrder = shuffle(T.slice())
const topicZ = zipfTable(40, 0.7)

// ---------- authors ----------
const authors = []
{
  const seen = new Set()
  while (authors.length < NA) {
    let name = pick(FIRST) + ' ' + pick(LAST)
    if (NA > 3000) name = pick(FIRST) + ' ' + pick(FIRST)[0] + '. ' + pick(LAST)
    const slug = slugify(name)
    if (seen.has(slug)) continue
    seen.add(slug)
    authors.push({ slug, name, section: SECTIONS[authors.length % 6] })
  }
}
const authorZ = zipfTable(NA, 1)
const bySection = Object.fromEntries(SECTIONS.map((s) => [s, authors.filter((a) => a.section === s)]))
const secZ = Object.fromEntries(
  SECTIONS.map((s) => [s, bySection[s].length ? zipfTable(bySection[s].length, 1) : null]),
)

// ---------- sentences ----------
// slots: N topic noun, n general noun, V topic verb past, v transitive general verb past, s speech verb, A topic adj, a general adj, d adverb, t time, P person full, p surname, O org, L place, # number, % percent
const TPL = [
  'The {A} {N} {V} near {L} {t}, {P} of the {O} {s}.',
  '{P} {s} the {N} would {d} change the {n} in {L}.',
  'In {L}, the {N} {v} the {N} and the {a} {n}.',
  'The {O} {s} that {#} {N} cases had {d} {v} the {n}.',
  '{p} {s}: “The {N} is {a}, and the {N} is {A}.”',
  'A {a} {n} of the {N} {v} what the {O} called a {A} {N}.',
  'Few in {L} had {d} {v} the {N}, but the {n} was {a}.',
  'About {%} per cent of the {N} in {L} {V} {t}.',
  'It was the {a} {n} since the {N} {V} {t}.',
  '“There is no {a} {n},” {s} {P}, who has {d} {v} the {N} for {#} years.',
  'The {N}, the {N} and the {N} were all {v} {t}.',
  'But the {n} is {a}: the {A} {N} has {d} {v} the {n}.',
  'According to the {O}, the {N} {v} more than {#} people in {L}.',
  'Critics of {p} {s} the {N} was {a} and the {n} {A}.',
  '{t0}, the {O} {v} a {a} {n} on the {N}.',
  'What happened to the {N} in {L} {d} {v} the {n}.',
  'The {n} about the {N} {s} that a {A} {N} {V} after the {N}.',
  'For {p}, the {N} is a {n} of {n} and {n}.',
  'Nobody at the {O} {s} how the {N} had {V}.',
  'The {a} {N} {V}, and the {n} {d} {v} the {N}.',
  'If the {N} is {A}, {p} {s}, the {n} will be {a}.',
  'By the end of the {n}, {#} {N} reports had reached the {O}.',
].map((t) => t.split(/\{|\}/))
const N_TIME0 = TIME.map(cap)
let ctx // current article context
const mixN = () => {
  const r = R()
  return r < 0.62 ? zpick(ctx.nouns) : r < 0.92 ? pick(GN) : pick(ctx.other.nouns)
}
function slot(c) {
  switch (c) {
    case 'N':
      return mixN()
    case 'n':
      return pick(GN)
    case 'V':
      return chance(0.7) ? pick(ctx.t.verbs) : pick(GVT)
    case 'v':
      return pick(GVT)
    case 's':
      return pick(GV)
    case 'A':
      return chance(0.75) ? pick(ctx.t.adjs) : pick(GA)
    case 'a':
      return pick(GA)
    case 'd':
      return pick(ADV)
    case 't':
      return pick(TIME)
    case 't0':
      return pick(N_TIME0)
    case 'P':
      return zpick(ctx.persons).full
    case 'p':
      return zpick(ctx.persons).last
    case 'O':
      return zpick(ctx.orgs)
    case 'L':
      return zpick(ctx.places)
    case '#':
      return String(between(2, 980))
    case '%':
      return String(between(2, 97))
  }
}
const fixA = (s) => s.replace(/\b([Aa]) (?=[aeiou])(?!one|un[iu][^nm]|eu)/g, '$1n ')
function sentence() {
  const p = TPL[int(TPL.length)]
  let s = p[0]
  for (let i = 1; i < p.length; i += 2) s += slot(p[i]) + p[i + 1]
  return cap(fixA(s))
}
const words = (s) => {
  let n = 0,
    inw = false
  for (let i = 0; i < s.length; i++) {
    const sp = s.charCodeAt(i) <= 32
    if (!sp && !inw) n++
    inw = !sp
  }
  return n
}

const TITLES = [
  '{L} {N} {V} as {O} {s} {n} is {a}',
  '{p} {s} {A} {N} will {d} change {L}',
  'How the {N} {v} the {n} in {L}',
  'The {A} {N}: why {L} {v} its {n}',
  '{O} {v} {N} after {a} {n}',
  'What the {N} means for {L}',
  '“The {N} is {a}”: {p} on the {A} {n}',
  '{#} {N} reports and one {A} {N} in {L}',
  'After the {N}, a {a} {n} for {p}',
  'Inside the {A} {N} that {v} {L}',
  '{N} {n}: {p}’s {a} {n}',
  'Can {L} survive the {A} {N}?',
].map((t) => t.split(/\{|\}/))
const KINDS = [
  'news',
  'news',
  'news',
  'news',
  'news',
  'feature',
  'feature',
  'speed-read',
  'speed-read',
  'analysis',
  'analysis',
  'opinion',
  'talking-point',
]
const LEN = {
  news: [300, 700],
  feature: [700, 1200],
  'speed-read': [300, 400],
  analysis: [600, 1100],
  opinion: [500, 900],
  'talking-point': [400, 800],
}
const ZONES = [
  ['Z', 0],
  ['+00:00', 0],
  ['+01:00', 60],
  ['+01:00', 60],
  ['-05:00', -300],
  ['+05:30', 330],
]
const iso = (ms, z) => new Date(ms + z[1] * 60000).toISOString().slice(0, 19) + z[0]
const q = (s) => (/^[\w“][^:#"]*[^\s:"]$/.test(s) && !/^(yes|no|true|false|null|\d)/i.test(s) ? s : JSON.stringify(s))

const prev = T.map(() => []) // earlier articles per topic: [path, title]
const slugs = new Set(),
  truth = {},
  stories = {},
  dirs = new Set()
function para(k) {
  let s = ''
  for (let i = 0; i < k; i++) s += (i ? ' ' : '') + sentence()
  return s
}
function withLink(p, link) {
  const ws = p.split(' ')
  if (ws.length < 10) return p
  const at = between(2, ws.length - 6),
    k = between(2, 4)
  ws[at] = '[' + ws[at]
  ws[at + k - 1] += '](' + link + ')'
  const s = ws.join(' ')
  return /\[[^\]]*[“”[\].?!][^\]]*\]\(/.test(s) ? p : s
}

function article(i) {
  R = rng((SEED * 1000003 + i * 2654435761) >>> 0)
  const t = topicOrder[fromTable(topicZ)]
  const other = pick(T)
  // storyline: ~12 per topic over the ten years; 60% of articles follow the running one (shared entities and vocabulary order)
  const story = chance(0.6) ? t.id * 100 + Math.min(11, Math.floor((i / N) * 12)) : -1
  if (story >= 0) {
    const keep = R
    R = rng(SEED * 97 + story * 7907 + 5)
    ctx = {
      t,
      nouns: shuffle(t.nouns.slice()),
      persons: sample(t.persons, 5),
      orgs: sample(t.orgs, 3),
      places: sample(t.places, 3),
    }
    R = keep
    ctx.other = other
  } else
    ctx = {
      t,
      other,
      nouns: shuffle(t.nouns.slice()),
      persons: sample(t.persons, 5),
      orgs: sample(t.orgs, 3),
      places: sample(t.places, 3),
    }
  const kind = t.section === 'puzzles' ? pick(['feature', 'news', 'opinion']) : pick(KINDS)
  // chronological; last article always within the last week before NOW
  const frac = N === 1 ? 1 : (i + (i === N - 1 ? 1 : R())) / N
  const ms = Math.floor((NOW - SPAN + frac * SPAN - (i === N - 1 ? 2 * 86400e3 : 0)) / 60000) * 60000
  const z = pick(ZONES),
    published = iso(Math.min(ms, NOW - 86400e3), z)
  const pt = pick(TITLES)
  let title = pt[0]
  for (let k = 1; k < pt.length; k += 2) title += slot(pt[k]) + pt[k + 1]
  title = cap(fixA(title))
  const base = slugify(title)
  let slug = base
  for (let k = 2; slugs.has(slug); k++) slug = base + '-' + k
  slugs.add(slug)
  const ym = published.slice(0, 4) + '/' + published.slice(5, 7)
  // authors: 75% from the section's desk
  const au = new Set()
  const na = chance(0.12) ? 2 : 1
  while (au.size < Math.min(na, NA))
    au.add(
      (chance(0.75) && secZ[t.section] ? bySection[t.section][fromTable(secZ[t.section])] : authors[fromTable(authorZ)])
        .slug,
    )
  // tags: mostly the topic's own, sometimes only section-wide ones, sometimes a stray
  const tags = new Set()
  const nt = between(1, 4)
  if (chance(0.85)) tags.add(zpick(t.tags))
  else tags.add(pick(SECTION_TAGS[t.section]))
  while (tags.size < nt) {
    const r = R()
    tags.add(r < 0.45 ? pick(t.tags) : r < 0.85 ? zpick(SECTION_TAGS[t.section]) : pick(other.tags))
  }
  const section = chance(0.95) ? t.section : other.section
  let fm =
    '---\ntitle: ' +
    q(title) +
    '\ndek: ' +
    q(sentence()) +
    '\nkind: ' +
    kind +
    '\nsection: ' +
    section +
    '\ntopics: [' +
    [...tags].join(', ') +
    ']\nauthors: [' +
    [...au].join(', ') +
    ']\npublished: ' +
    published +
    '\n'
  if (chance(0.15)) fm += 'updated: ' + iso(Math.min(ms + between(1, 72 * 60) * 60000, NOW), z) + '\n'
  if (chance(0.6))
    fm +=
      'image:\n  src: /media/topic-' +
      String(t.id).padStart(2, '0') +
      '.png\n  alt: ' +
      q('A ' + pick(t.adjs) + ' ' + pick(t.nouns) + ' in ' + pick(ctx.places)) +
      '\n  credit: ' +
      q(pick(authors).name) +
      '\n'
  fm += '---\n'
  // body
  const [lo, hi] = LEN[kind]
  const target = between(lo, hi)
  const out = []
  let n = 0,
    sect = 0,
    foot = 0
  const foots = []
  const hist = prev[t.id]
  const add = (b) => {
    out.push(b)
    n += words(b)
  }
  while (n < target) {
    let p = para(between(2, 5))
    const r = R()
    if (r < 0.16 && hist.length) p = withLink(p, hist[(hist.length * (1 - R() * R())) | 0][0])
    else if (r < 0.22) p = withLink(p, 'https://example.org/' + slugify(pick(ctx.orgs)) + '/' + between(1, 999))
    else if (r < 0.26) {
      foot++
      p += '[^' + foot + ']'
      foots.push('[^' + foot + ']: ' + sentence())
    } else if (r < 0.32) p = p.replace(/ (\w{5,}) /, ' **$1** ')
    else if (r < 0.38) p = p.replace(/ (\w{5,}) /, ' *$1* ')
    add(p)
    const b = R()
    if (n < target) {
      if ((b < 0.1 && kind !== 'speed-read') || (sect === 0 && n > target * 0.4 && kind !== 'news')) {
        sect++
        add('## ' + cap(pick(GA) + ' ' + pick(ctx.nouns) + ', ' + pick(GA) + ' ' + pick(GN)))
      } else if (b < 0.17) add('> “' + sentence().replace(/[“”]/g, '') + '”\n>\n> — ' + pick(ctx.persons).full)
      else if (b < 0.23 || (kind === 'speed-read' && b < 0.5))
        add(Array.from({ length: between(3, 5) }, () => '- ' + sentence()).join('\n'))
      else if (b < 0.25) add(Array.from({ length: between(3, 4) }, (_, k) => k + 1 + '. ' + sentence()).join('\n'))
      else if (b < 0.28)
        add(
          '![' +
            'The ' +
            pick(t.adjs) +
            ' ' +
            pick(t.nouns) +
            ' in ' +
            pick(ctx.places) +
            '](/media/topic-' +
            String(t.id).padStart(2, '0') +
            '.png)',
        )
      else if (b < 0.295)
        add(
          '| ' +
            cap(pick(t.nouns)) +
            ' | ' +
            cap(pick(GN)) +
            ' | Change |\n| --- | ---: | ---: |\n' +
            Array.from(
              { length: between(3, 6) },
              () =>
                '| ' +
                pick(ctx.places) +
                ' | ' +
                between(10, 9999) +
                ' | ' +
                (chance(0.5) ? '+' : '-') +
                between(1, 40) +
                '% |',
            ).join('\n'),
        )
    }
  }
  if (foots.length) out.push(foots.join('\n'))
  hist.push(['/' + section + '/' + slug])
  truth[slug] = t.id
  if (story >= 0) stories[slug] = story
  const dir = OUT + '/articles/' + ym
  if (!dirs.has(dir)) {
    fs.mkdirSync(dir, { recursive: true })
    dirs.add(dir)
  }
  fs.writeFileSync(dir + '/' + slug + '.md', fm + '\n' + out.join('\n\n') + '\n')
  return n
}

// ---------- images ----------
function crc32(buf) {
  return zlib.crc32
    ? zlib.crc32(buf)
    : (() => {
        let c,
          crc = ~0
        for (const b of buf) {
          c = (crc ^ b) & 255
          for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
          crc = c ^ (crc >>> 8)
        }
        return ~crc >>> 0
      })()
}
function png(w, h, id) {
  const raw = Buffer.alloc(h * (1 + w * 3))
  const hue = [(id * 67) % 256, (id * 131 + 80) % 256, (id * 29 + 160) % 256]
  for (let y = 0; y < h; y++) {
    let o = y * (1 + w * 3) + 1
    for (let x = 0; x < w; x++) {
      const k = 0.4 + 0.6 * ((Math.sin((x >> 3) * 0.11 + id) + Math.cos((y >> 3) * 0.17 + id * 2) + 2) / 4)
      raw[o++] = hue[0] * k
      raw[o++] = hue[1] * k
      raw[o++] = hue[2] * k
    }
  }
  const ch = (type, d) => {
    const b = Buffer.alloc(12 + d.length)
    b.writeUInt32BE(d.length, 0)
    b.write(type, 4, 'latin1')
    d.copy(b, 8)
    b.writeUInt32BE(crc32(b.subarray(4, 8 + d.length)), 8 + d.length)
    return b
  }
  const ih = Buffer.alloc(13)
  ih.writeUInt32BE(w, 0)
  ih.writeUInt32BE(h, 4)
  ih[8] = 8
  ih[9] = 2
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    ch('IHDR', ih),
    ch('IDAT', zlib.deflateSync(raw, { level: 9 })),
    ch('IEND', Buffer.alloc(0)),
  ])
}

// ---------- run ----------
fs.rmSync(OUT + '/articles', { recursive: true, force: true })
fs.rmSync(OUT + '/authors', { recursive: true, force: true })
fs.mkdirSync(OUT + '/articles', { recursive: true })
fs.mkdirSync(OUT + '/authors', { recursive: true })
fs.mkdirSync(OUT + '/media', { recursive: true })
const t0 = Date.now()
for (let i = 0; i < 40; i++)
  fs.writeFileSync(OUT + '/media/topic-' + String(i).padStart(2, '0') + '.png', png(640, 360, i))
for (let i = 0; i < NA; i++) {
  R = rng((SEED * 31337 + i * 40503) >>> 0)
  const a = authors[i]
  const t = pick(T.filter((x) => x.section === a.section))
  ctx = { t, other: t, nouns: t.nouns, persons: t.persons, orgs: t.orgs, places: t.places }
  const role = pick([
    'Reporter',
    'Correspondent',
    'Senior correspondent',
    'Columnist',
    'Editor',
    'Critic',
    'Contributor',
  ])
  fs.writeFileSync(
    OUT + '/authors/' + a.slug + '.md',
    '---\nname: ' +
      a.name +
      '\nrole: ' +
      cap(a.section) +
      ' ' +
      role.toLowerCase() +
      '\n---\n\n' +
      a.name +
      ' covers ' +
      t.name +
      ' from ' +
      pick(t.places) +
      '. ' +
      a.name.split(' ')[0] +
      ' has reported on the ' +
      pick(t.nouns) +
      ', the ' +
      pick(t.nouns) +
      ' and the ' +
      pick(t.nouns) +
      ' for ' +
      between(2, 30) +
      ' years and previously worked at the [' +
      pick(t.orgs) +
      '](https://example.org/about).\n',
  )
}
fs.mkdirSync(OUT + '/sections', { recursive: true })
;[...new Set(T.map((t) => t.section))].forEach((s, i) =>
  fs.writeFileSync(
    OUT + '/sections/' + s + '.md',
    '---\ntitle: ' + cap(s) + '\ndescription: ' + q('All of the ' + s + ' desk.') + '\norder: ' + (i + 1) + '\n---\n',
  ),
)
fs.writeFileSync(
  OUT + '/site.yaml',
  'name: Corpus\ntagline: Generated news for measuring\ndescription: A generated publication for benchmarks and tests.\nurl: http://localhost:3000\nlocale: en-US\ntimezone: America/New_York\npublisher:\n  name: Corpus Press\n  email: desk@example.org\n',
)
let total = 0
for (let i = 0; i < N; i++) total += article(i)
const dump = (o) =>
  '{\n' +
  Object.keys(o)
    .map((k) => JSON.stringify(k) + ':' + o[k])
    .join(',\n') +
  '\n}\n'
fs.writeFileSync(OUT + '/topics.json', dump(truth))
fs.writeFileSync(OUT + '/stories.json', dump(stories))
console.log(
  `articles ${N} authors ${NA} words ${total} mean ${(total / N).toFixed(0)} in ${((Date.now() - t0) / 1000).toFixed(1)}s -> ${OUT}`,
)
