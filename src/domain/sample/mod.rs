//! The sample team: coherent made-up data for a first look, and the empty board to begin with.
//!
//! The same day gives the same records, and every language the same figures: only the words
//! differ, and they come in as [`Words`]. Ids are made of keys, so that [`clear`] can tell what
//! came with the sample from what the manager added to it.

mod activities;
pub mod clear;
mod delivery;
mod goals;
mod held;
mod leads;
mod market;
mod people;
mod rewarded;
mod said;
mod voices;

use super::calendar::{Day, FiscalStart};
use super::career::USUAL_LEVELS;
use super::id::*;
use super::import::Batch;
use super::label::Label;
use super::lead::Lead;
use super::money::{Currency, Money};
use super::objective::{Objective, Scope};
use super::pipeline::{Outcome, Pipeline, Stage};
use super::product::Product;
use super::reward::USUAL_REWARDS;
use super::settings::Settings;

/// How many teams, and regions, there are.
pub const TEAMS: usize = 3;
/// How many people there are; the first of each four leads the team.
pub const PEOPLE: usize = 12;
/// How many customers there are, a third in each region.
pub const CUSTOMERS: usize = 30;
/// How many products there are.
pub const PRODUCTS: usize = 6;
/// How many stages there are; the last two are won and lost.
pub const STAGES: usize = 6;

/// How many objectives there are.
pub const OBJECTIVES: usize = 2;

/// The words of the sample, in one language.
#[derive(Clone, Debug)]
pub struct Words {
    /// The currency of all amounts.
    pub currency: Currency,
    /// The company's name.
    pub company: &'static str,
    /// The teams' names.
    pub teams: [&'static str; TEAMS],
    /// The regions' names.
    pub regions: [&'static str; TEAMS],
    /// The people's names.
    pub people: [&'static str; PEOPLE],
    /// Roles: who leads, who is experienced, who is new.
    pub roles: [&'static str; 3],
    /// Why somebody is away.
    pub absence: &'static str,
    /// The customers' names, region by region.
    pub customers: [&'static str; CUSTOMERS],
    /// Industries.
    pub sectors: [&'static str; 6],
    /// Places, three in each region.
    pub places: [&'static str; 9],
    /// The products' names.
    pub products: [&'static str; PRODUCTS],
    /// The families of the products.
    pub series: [&'static str; 3],
    /// What a lead is about beside the product.
    pub occasions: [&'static str; 8],
    /// Where leads come from.
    pub sources: [&'static str; 5],
    /// The people to talk to at customers.
    pub contact_names: [&'static str; 8],
    /// What each of them does there.
    pub contact_roles: [&'static str; 8],
    /// Their phone numbers but for the last two digits.
    pub phone: &'static str,
    /// What was talked about: on a call, a visit, in a message, a meeting, with a quote.
    pub talks: [&'static str; 10],
    /// What came of it.
    pub outcomes: [&'static str; 5],
    /// What customers need.
    pub needs: [&'static str; 6],
    /// What is to be done next, one for each open stage and two besides.
    pub next_steps: [&'static str; 6],
    /// Why leads are lost, the most frequent first.
    pub loss_reasons: [&'static str; 5],
    /// Objectives, each with why: the company's, a project's.
    pub objectives: [[&'static str; 3]; OBJECTIVES],
    /// Notes of the market: what was heard, and where.
    pub market: [[&'static str; 2]; market::NOTES],
    /// What is assumed of the quarter.
    pub assumptions: [&'static str; market::ASSUMPTIONS],
    /// Delivery tasks: what is to be done, of which project, by whom.
    pub deliveries: [[&'static str; 3]; delivery::DELIVERIES],
    /// A survey: its name, why, what the satisfied say, what others say.
    pub survey: [&'static str; 4],
    /// What is to be talked about: for both, for both, to do, a private note.
    pub points: [&'static str; 4],
    /// Feedback: situation, behaviour, impact, value; praise and wish in turn.
    pub feedback: [[&'static str; 4]; 4],
    /// Praise: what for, and the value it shows.
    pub praise: [[&'static str; 2]; 3],
    /// A drill, and what help there is.
    pub drill: [&'static str; 2],
    /// The plan of pay, and what it calls its parts: for own deals, for those of a team.
    pub plan: [&'static str; 3],
    /// What points bring.
    pub rewards: [&'static str; USUAL_REWARDS.len()],
    /// The levels of the ladder, from the lowest.
    pub levels: [&'static str; USUAL_LEVELS],
    /// What is judged for the second level and for the third.
    pub judged: [&'static str; 2],
    /// The pipeline's name.
    pub pipeline: &'static str,
    /// The stages' names.
    pub stages: [&'static str; STAGES],
}

/// After how many days a lead is stale, stage by stage.
const ROTTING: [Option<i64>; STAGES] = [Some(7), Some(10), Some(14), Some(14), None, None];
/// List prices in major units.
const PRICES: [i64; PRODUCTS] = [180_000, 460_000, 36_000, 88_000, 64_000, 28_000];

/// The whole sample team as it stands on a day.
pub fn team(words: &Words, today: Day) -> Batch {
    let mut batch = Batch::new(Label::SampleOpened);
    batch.settings = Some(Settings {
        name: words.company.to_owned(),
        currency: Some(words.currency),
        sample: true,
        ..Settings::default()
    });
    batch.teams = people::teams(words);
    batch.people = people::people(words, today);
    batch.absences = vec![people::absence(words, today)];
    batch.customers = people::customers(words);
    batch.products = products(words);
    let pipeline = pipeline_id();
    batch.pipelines = vec![(pipeline, Pipeline { name: words.pipeline.to_owned(), place: 1 })];
    batch.stages = stages(words, pipeline, stage_id);
    batch.leads = leads::leads(words, today);
    claim_the_latest_win(&mut batch.leads);
    batch.cadences = activities::cadences();
    batch.contacts = activities::contacts(words);
    batch.activities = activities::activities(words, batch.leads.split_at(leads::CLOSED), today);
    batch.objectives = objectives(words, today);
    batch.market_notes = market::notes(words, today);
    batch.assumptions = market::assumptions(words, today);
    batch.delivery_rules = Some(delivery::rules(words));
    batch.delivery_tasks = delivery::tasks(words, today);
    batch.week_capacities = vec![delivery::shorter_week(today)];
    batch.indicator_goals = goals::for_indicators(&won_leads(&batch), words.currency, today);
    batch.goals = goals::goals(&won_leads(&batch), words.currency, today);
    batch.calls = said::calls(words, &batch.leads, today);
    (batch.rounds, batch.promises) =
        said::rounds(&batch.leads, &batch.goals, words.currency, today);
    let won = stage_id(STAGES - 2);
    let won: Vec<(LeadId, Lead)> =
        batch.leads.iter().filter(|(_, it)| it.stage == Some(won)).cloned().collect();
    voices::add(&mut batch, words, &won, today);
    batch.further = rewarded::writes(words, today);
    batch
}

/// An empty board: one pipeline with the usual stages, and the currency.
pub fn empty_start(words: &Words, currency: Currency) -> Batch {
    let mut batch = Batch::new(Label::StartedEmpty);
    batch.settings = Some(Settings { currency: Some(currency), ..Settings::default() });
    let pipeline = PipelineId::of_key("start/pipeline");
    batch.pipelines = vec![(pipeline, Pipeline { name: words.pipeline.to_owned(), place: 1 })];
    batch.stages =
        stages(words, pipeline, |place| StageId::of_key(&format!("start/stage/{place}")));
    batch
}

/// The deal that was won last had been claimed out of the pool.
fn claim_the_latest_win(leads: &mut [(LeadId, Lead)]) {
    let won = leads.iter_mut().filter(|(_, it)| it.stage == Some(stage_id(STAGES - 2)));
    if let Some((_, lead)) = won.max_by_key(|(id, it)| (it.closes, *id)) {
        (lead.claimed_by, lead.claimed) = (lead.owner, lead.created);
    }
}

fn won_leads(batch: &Batch) -> Vec<&Lead> {
    let won = stage_id(STAGES - 2);
    batch.leads.iter().map(|(_, lead)| lead).filter(|it| it.stage == Some(won)).collect()
}

fn products(words: &Words) -> Vec<(ProductId, Product)> {
    let product = |place: usize| Product {
        name: words.products[place].to_owned(),
        series: words.series[place / 2].to_owned(),
        price: Some(major(PRICES[place], words.currency)),
    };
    (0..PRODUCTS).map(|place| (product_id(place), product(place))).collect()
}

fn objectives(words: &Words, today: Day) -> Vec<(ObjectiveId, Objective)> {
    let start = FiscalStart::new(1);
    let objective = |place: usize| {
        let [name, why, measure] = words.objectives[place].map(str::to_owned);
        let (scope, period, owner) = match place {
            0 => (Scope::Company, start.year_of(today), 0),
            _ => (Scope::Project, start.quarter_of(today), 4),
        };
        let (period, owner) = (Some(period), Some(person_id(owner)));
        (objective_id(place), Objective { name, scope, period, owner, why, measure })
    };
    (0..OBJECTIVES).map(objective).collect()
}

fn stages(
    words: &Words,
    pipeline: PipelineId,
    id: impl Fn(usize) -> StageId,
) -> Vec<(StageId, Stage)> {
    let stage = |place: usize| Stage {
        pipeline: Some(pipeline),
        name: words.stages[place].to_owned(),
        place: place as i64 + 1,
        outcome: match STAGES - place {
            1 => Outcome::Lost,
            2 => Outcome::Won,
            _ => Outcome::Open,
        },
        rotting_days: ROTTING[place],
        ..Stage::default()
    };
    (0..STAGES).map(|place| (id(place), stage(place))).collect()
}

fn major(units: i64, currency: Currency) -> Money {
    Money::new(units * currency.scale(), currency)
}

fn team_id(place: usize) -> TeamId {
    TeamId::of_key(&format!("sample/team/{place}"))
}

fn person_id(place: usize) -> PersonId {
    PersonId::of_key(&format!("sample/person/{place}"))
}

fn customer_id(place: usize) -> CustomerId {
    CustomerId::of_key(&format!("sample/customer/{place}"))
}

fn product_id(place: usize) -> ProductId {
    ProductId::of_key(&format!("sample/product/{place}"))
}

fn objective_id(place: usize) -> ObjectiveId {
    ObjectiveId::of_key(&format!("sample/objective/{place}"))
}

fn delivery_task_id(place: usize) -> DeliveryTaskId {
    DeliveryTaskId::of_key(&format!("sample/delivery/{place}"))
}

fn pipeline_id() -> PipelineId {
    PipelineId::of_key("sample/pipeline")
}

fn absence_id() -> AbsenceId {
    AbsenceId::of_key("sample/absence")
}

fn stage_id(place: usize) -> StageId {
    StageId::of_key(&format!("sample/stage/{place}"))
}

fn activity_id(place: usize) -> ActivityId {
    ActivityId::of_key(&format!("sample/activity/{place}"))
}

fn contact_id(place: usize) -> ContactId {
    ContactId::of_key(&format!("sample/contact/{place}"))
}

fn cadence_id(place: usize) -> CadenceId {
    CadenceId::of_key(&format!("sample/cadence/{place}"))
}

/// The day itself, or the Friday before a weekend.
fn working(day: Day) -> Day {
    match day.weekday() {
        weekday @ (5 | 6) => day.minus(u64::from(weekday) - 4),
        _ => day,
    }
}

fn lead_id(place: usize) -> LeadId {
    LeadId::of_key(&format!("sample/lead/{place}"))
}

#[cfg(test)]
mod tests;
