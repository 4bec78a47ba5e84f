//! The sample's leads: nine months of closed ones, and what is open now.
//!
//! Days are told as distances from today, so nothing ages. Every lead closes on or after the day
//! it was created, and nothing that has happened lies after today.

use super::people::{PROFILES, TEAM_SIZE, first_day};
use super::{
    CUSTOMERS, PEOPLE, PRICES, PRODUCTS, ROTTING, STAGES, TEAMS, Words, customer_id, lead_id,
    major, person_id, product_id, stage_id, working,
};
use crate::domain::calendar::Day;
use crate::domain::draw::Draw;
use crate::domain::id::LeadId;
use crate::domain::lead::{Lead, Passage, Priority};
use crate::domain::money::Money;
use crate::domain::product_line::{ProductLine, WHOLE};

/// How many closed leads there are.
pub(super) const CLOSED: usize = 168;
/// How many open leads are in each open stage.
pub(super) const OPEN: [usize; STAGES - 2] = [14, 13, 11, 8];
/// Over how many days the closed leads lie.
pub(super) const PAST_DAYS: u64 = 273;
/// How many leads there are.
pub(super) const LEADS: usize = CLOSED + OPEN[0] + OPEN[1] + OPEN[2] + OPEN[3];

/// The product that others come with.
const CARE: usize = 5;
/// How often each product is sold.
const DEMAND: [u64; PRODUCTS] = [5, 3, 6, 4, 5, 4];
/// How much easier or harder than usual each product is won, in percentage points.
const EASE: [i64; PRODUCTS] = [0, -14, 8, 0, -6, 14];
/// The usual odds of each open stage, in percent.
const ODDS: [i64; STAGES - 2] = [10, 25, 45, 65];

pub(super) fn leads(words: &Words, today: Day) -> Vec<(LeadId, Lead)> {
    let mut draw = Draw::of_seed(2026);
    let mut leads: Vec<Lead> =
        (0..CLOSED).map(|nth| closed(words, today, nth, &mut draw)).collect();
    for (stage, count) in OPEN.into_iter().enumerate() {
        leads.extend((0..count).map(|nth| open(words, today, stage, nth, &mut draw)));
    }
    // The way through the stages is drawn apart, so that the leads stay those they always were.
    let mut draw = Draw::of_seed(7);
    leads.iter_mut().for_each(|lead| lead.passed = passed(lead, &mut draw));
    let bundled = |(place, lead)| (lead_id(place), bundled(words, place, lead));
    leads.into_iter().enumerate().map(bundled).collect()
}

/// Every other large lead of a core system comes with the care plan at a tenth off; its amount
/// stays what it is.
fn bundled(words: &Words, place: usize, lead: Lead) -> Lead {
    let is_core = [0, 1].map(|it| Some(product_id(it))).contains(&lead.product);
    let care = ProductLine {
        discount: WHOLE / 10,
        ..ProductLine::one(product_id(CARE), major(PRICES[CARE], words.currency))
    };
    let (Some(product), Some(amount), true) = (lead.product, lead.amount, is_core) else {
        return lead;
    };
    let rest = amount.minor - care.total().minor;
    if rest < amount.minor / 2 || !place.is_multiple_of(2) {
        return lead;
    }
    let core = ProductLine::one(product, Money::new(rest, amount.currency));
    Lead { lines: vec![core, care], follows_lines: true, ..lead }
}

/// How often a lost lead was lost in each open stage: most often once it was quoted.
const LOST_IN: [u64; STAGES - 2] = [10, 14, 58, 18];
/// How long leads stay in each open stage, as parts of the whole.
const STAYS: [i64; STAGES - 2] = [2, 3, 4, 3];

/// The open stages that a lead passed before the one it is in.
fn passed(lead: &Lead, draw: &mut Draw) -> Vec<Passage> {
    let (Some(created), Some(since)) = (lead.created, lead.stage_since) else { return Vec::new() };
    let stage = (0..STAGES).find(|it| lead.stage == Some(stage_id(*it))).unwrap_or(0);
    let count = match stage {
        _ if stage + 1 == STAGES => draw.weighted(&LOST_IN) + 1,
        open_or_won => open_or_won,
    };
    let whole: i64 = STAYS[..count].iter().sum();
    let days = since.days_since(created);
    let mut gone = 0;
    let entered = |place: usize| {
        let entered = created.plus((days * gone / whole.max(1)).unsigned_abs());
        gone += STAYS[place];
        Passage { stage: stage_id(place), entered }
    };
    (0..count).map(entered).collect()
}

fn closed(words: &Words, today: Day, nth: usize, draw: &mut Draw) -> Lead {
    let gone = (nth as u64 * PAST_DAYS / CLOSED as u64).saturating_sub(draw.between(0, 2));
    let closes = working(today.minus(gone));
    let wins = draw.between(0, 99) as i64;
    let owner = owner(closes, today, draw);
    let product = draw.weighted(&DEMAND);
    let won = wins < PROFILES[owner].wins as i64 + EASE[product];
    let days = match won {
        true => draw.between(18, 70),
        false => draw.between(10, 110),
    };
    let stage = if won { STAGES - 2 } else { STAGES - 1 };
    let reason = words.loss_reasons[draw.weighted(&[8, 5, 4, 3, 2])];
    Lead {
        stage: Some(stage_id(stage)),
        stage_since: Some(closes),
        created: Some(closes.minus(days)),
        closes: Some(closes),
        loss_reason: if won { String::new() } else { reason.to_owned() },
        ..offer(words, owner, product, draw)
    }
}

fn open(words: &Words, today: Day, stage: usize, nth: usize, draw: &mut Draw) -> Lead {
    let limit = ROTTING[stage].unwrap_or(14) as u64;
    let stale = draw.happens(22);
    let since = if stale { limit + draw.between(1, 9) } else { draw.between(0, limit - 1) };
    let since = today.minus(since);
    let waiting = stage == 0 && nth.is_multiple_of(5);
    let owner = owner(today, today, draw);
    let product = draw.weighted(&DEMAND);
    let ahead = 12 * (STAGES - 2 - stage) as u64;
    let closes = match draw.happens(10) {
        true => today.minus(draw.between(2, 11)),
        false => working(today.plus(draw.between(4, 26) + ahead)),
    };
    let created = since.minus(draw.between(1, 14) * stage as u64);
    let own_odds = stage != 0 && draw.happens(60);
    let odds = ODDS[stage] + 5 * (draw.between(0, 4) as i64 - 2);
    let lead = Lead {
        stage: Some(stage_id(stage)),
        stage_since: Some(since),
        created: Some(created),
        closes: Some(closes.max(created)),
        probability: own_odds.then_some(odds),
        priority: [Priority::High, Priority::Normal, Priority::Normal, Priority::Low][nth % 4],
        needs: words.needs[draw.place(words.needs.len())].to_owned(),
        ..offer(words, owner, product, draw)
    };
    let lead = with_next_step(words, today, stage, lead, draw);
    match waiting {
        true => Lead { owner: None, next_step: String::new(), next_step_on: None, ..lead },
        false => lead,
    }
}

/// What is offered to whom by whom, at what price.
fn offer(words: &Words, owner: usize, product: usize, draw: &mut Draw) -> Lead {
    let customer = owner / TEAM_SIZE * (CUSTOMERS / TEAMS) + draw.place(CUSTOMERS / TEAMS);
    let quantity = match product {
        2 => draw.between(2, 12) as i64,
        0 | 1 => draw.weighted(&[6, 3, 1]) as i64 + 1,
        _ => draw.between(1, 4) as i64,
    };
    let price = PRICES[product] * quantity * draw.between(82, 104) as i64 / 100;
    let occasion = words.occasions[draw.place(words.occasions.len())];
    let source = words.sources[draw.weighted(&[5, 4, 3, 3, 2])].to_owned();
    // One draw is left out, so that the leads stay those they always were.
    draw.place(words.contact_names.len());
    Lead {
        name: format!("{} · {occasion}", words.products[product]),
        customer: Some(customer_id(customer)),
        owner: Some(person_id(owner)),
        amount: Some(major(price / 500 * 500, words.currency)),
        product: Some(product_id(product)),
        source,
        ..Lead::default()
    }
}

/// Most open leads have a next step, some an overdue one, some none.
fn with_next_step(words: &Words, today: Day, stage: usize, lead: Lead, draw: &mut Draw) -> Lead {
    let day = match draw.weighted(&[64, 17, 19]) {
        0 => working(today.plus(draw.between(1, 14))).max(today),
        1 => today.minus(draw.between(1, 8)),
        _ => return lead,
    };
    let step = match draw.happens(70) {
        true => stage,
        false => words.next_steps.len() - 1 - draw.place(2),
    };
    Lead { next_step: words.next_steps[step].to_owned(), next_step_on: Some(day), ..lead }
}

/// Who works on it; nobody closes a lead in the first month.
fn owner(day: Day, today: Day, draw: &mut Draw) -> usize {
    let shares: [u64; PEOPLE] = std::array::from_fn(|place| PROFILES[place].share);
    let owner = draw.weighted(&shares);
    match first_day(owner, today).plus(30) <= day {
        true => owner,
        false => owner / TEAM_SIZE * TEAM_SIZE,
    }
}
