//! Seeded numbers and random commands.

use std::collections::BTreeMap;

use huddle::domain::ability::Ability;
use huddle::domain::apply::apply;
use huddle::domain::assignment::reason::{Why, Whys};
use huddle::domain::calendar::{Day, Period};
use huddle::domain::changes::Changes;
use huddle::domain::command::{Command, Context, LeadEdit};
use huddle::domain::goal::Bearer;
use huddle::domain::id::*;
use huddle::domain::lead::{Lead, Priority};
use huddle::domain::money::{Currency, Money};
use huddle::domain::people::Person;
use huddle::domain::pipeline::Outcome;
use huddle::domain::pool::PoolRules;
use huddle::domain::product::Product;
use huddle::domain::product_line::{AmountBy, ProductLine};
use huddle::domain::rates::Rate;
use huddle::domain::view::SavedView;
use huddle::domain::workspace::Workspace;
use huddle::domain::{import, label, pipeline, quota};

use super::random_plans;

/// A small generator (SplitMix64), the same on every machine.
pub struct Random(pub u64);

impl Random {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        bits ^ (bits >> 31)
    }

    pub fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }
}

pub const TODAY: &str = "2026-11-23";

pub fn context() -> Context {
    Context { today: TODAY.parse().expect("a day") }
}

/// A pipeline of four stages, so that leads have somewhere to go.
pub fn stages() -> Command {
    let mut batch = import::Batch::new(label::Label::StartedEmpty);
    let outcomes = [Outcome::Open, Outcome::Open, Outcome::Won, Outcome::Lost];
    for (place, outcome) in outcomes.into_iter().enumerate() {
        let stage = pipeline::Stage {
            name: format!("stage {place}"),
            place: place as i64,
            outcome,
            pipeline: Some(PipelineId::drawn(1)),
            ..Default::default()
        };
        batch.stages.push((StageId::drawn(place as u64), stage));
    }
    Command::Import(Box::new(batch))
}

/// A random command of those that the stored golden history is made of, over a handful of ids, so
/// that commands often meet.
fn golden_command(random: &mut Random) -> Command {
    let lead = LeadId::drawn(random.below(6));
    let person = PersonId::drawn(random.below(3));
    match random.below(9) {
        0 => Command::AddLead(lead, Box::new(random_lead(random))),
        1 | 2 => Command::EditLead(lead, Box::new(random_lead(random))),
        3 | 4 => Command::MoveLead(lead, StageId::drawn(random.below(4))),
        5 => Command::DeleteLead(lead),
        6 => {
            let name = format!("人 {}", random.below(5));
            Command::SavePerson(person, Box::new(Person { name, ..Default::default() }))
        }
        7 => Command::DeletePerson(person),
        _ => {
            let quota = (random.below(3) != 0)
                .then(|| Money::new(random.below(1_000_000) as i64, Currency::CNY));
            Command::SetGoals(Period::Quarter(2026, 4), vec![(Bearer::Person(person), quota)])
        }
    }
}

/// Any random command.
pub fn command(random: &mut Random) -> Command {
    let lead = LeadId::drawn(random.below(6));
    let person = PersonId::drawn(random.below(3));
    match random.below(30) {
        21..30 => random_plans::command(random),
        9 => random_change_of_lines(random, lead),
        10 => {
            Command::SetAmountBy(lead, [AmountBy::Lines, AmountBy::Hand][random.below(2) as usize])
        }
        8 => Command::EditQuotas(2026, quota::Split::People, vec![random_edit_of_quotas(random)]),
        5 => Command::ChangeLeads(vec![lead], vec![random_edit(random), random_edit(random)]),
        6 => Command::DeleteLeads(vec![lead]),
        7 => Command::SaveView(ViewId::drawn(random.below(2)), random_view(random)),
        0 => set_up(random),
        1 => Command::ClaimLead(lead, person),
        2 => Command::ReturnLead(lead, "太远".to_owned()),
        3 => Command::ReclaimLeads(vec![lead], "no move".to_owned()),
        4 => match random.below(3) {
            2 => Command::SetAbilities(
                Ability::ALL[random.below(3) as usize],
                (0..3)
                    .map(|it| (PersonId::drawn(it), vec![format!("词 {}", random.below(3))]))
                    .collect(),
            ),
            0 => Command::AssignLeads(
                vec![(lead, Some(person))],
                BTreeMap::from([(lead, Why::ByHand)]),
            ),
            _ => Command::HandOver(
                PersonId::drawn(random.below(3)),
                vec![(lead, Some(person))],
                Whys::new(),
                None,
            ),
        },
        _ => golden_command(random),
    }
}

/// A random product line put on a lead, or its product made first.
fn random_change_of_lines(random: &mut Random, lead: LeadId) -> Command {
    let product = ProductId::drawn(random.below(2));
    if random.below(3) == 0 {
        let product = Product { name: format!("品 {}", product.0.0), ..Product::default() };
        return Command::SaveProduct(ProductId::drawn(random.below(2)), product);
    }
    let price = Money::new(random.below(1_000) as i64, Currency::CNY);
    let quantity = 1 + random.below(3_000) as i64;
    let line = ProductLine { quantity, ..ProductLine::one(product, price) };
    Command::ChangeLine(lead, None, Some(line))
}

/// A random edit of the quota grid.
fn random_edit_of_quotas(random: &mut Random) -> quota::Edit {
    let person = Bearer::Person(PersonId::drawn(random.below(3)));
    let bearer = [Bearer::Company, person][random.below(2) as usize];
    let quarter = 1 + random.below(4) as u32;
    let period = [Period::Year(2026), Period::Quarter(2026, quarter)][random.below(2) as usize];
    let cell = quota::Cell::of(bearer, period);
    match random.below(6) {
        0 => quota::Edit::Lock(cell),
        1 => quota::Edit::Unlock(cell),
        2 => quota::Edit::Respread(cell, quota::Way::Equal.into()),
        3 => quota::Edit::Set(cell, random.below(1_000_000) as i64, quota::Rest::MakesUp),
        _ => quota::Edit::Set(cell, random.below(1_000_000) as i64, quota::Rest::Stays),
    }
}

fn random_edit(random: &mut Random) -> LeadEdit {
    match random.below(4) {
        0 => LeadEdit::Owner(None),
        1 => LeadEdit::Priority(Priority::ALL[random.below(3) as usize]),
        2 => LeadEdit::Source(["", "Fair"][random.below(2) as usize].to_owned()),
        _ => LeadEdit::Stage(StageId::drawn(random.below(4)), "Price".to_owned()),
    }
}

fn random_view(random: &mut Random) -> SavedView {
    let name = format!("视图 {}", random.below(4));
    SavedView { name, query: "view=table".to_owned(), ..Default::default() }
}

/// A random command about how leads are set up.
fn set_up(random: &mut Random) -> Command {
    let pipeline = PipelineId::drawn(1 + random.below(2));
    let stage = StageId::drawn(random.below(6));
    let heir = (random.below(2) == 0).then(|| StageId::drawn(random.below(6)));
    let name = format!("阶段 {}", random.below(5));
    match random.below(9) {
        0 => {
            let outcomes = [Outcome::Open, Outcome::Won, Outcome::Lost].into_iter().zip(3..);
            let stages = outcomes.map(|(outcome, place)| {
                let name = outcome.to_string();
                (StageId::drawn(place), pipeline::Stage { name, outcome, ..Default::default() })
            });
            Command::AddPipeline(pipeline, name, stages.collect())
        }
        1 => Command::RenamePipeline(pipeline, name),
        2 => Command::ArrangePipelines(vec![PipelineId::drawn(2), PipelineId::drawn(1)]),
        3 => Command::DeletePipeline(pipeline, heir),
        4 => {
            let outcome = [Outcome::Open, Outcome::Won, Outcome::Lost][random.below(3) as usize];
            let (pipeline, odds) = (Some(pipeline), Some(random.below(101) as i64));
            let stage_now = pipeline::Stage { pipeline, name, outcome, odds, ..Default::default() };
            Command::SaveStage(stage, Box::new(stage_now))
        }
        5 => Command::ArrangeStages(pipeline, vec![stage]),
        6 => Command::DeleteStage(stage, heir),
        7 => {
            let (claim_limit, reclaim_days) = (Some(random.below(3) as i64), Some(0));
            Command::SavePoolRules(PoolRules { claim_limit, reclaim_days })
        }
        _ => {
            let rate = Rate {
                currency: Some(Currency::USD),
                home: Some(Currency::CNY),
                day: Day::from_epoch(20_000 + random.below(3) as i64),
                units: None,
                millionths: 1 + random.below(9_000_000) as i64,
            };
            match random.below(3) {
                0 => Command::DeleteRate(rate.id()),
                _ => Command::SaveRate(rate),
            }
        }
    }
}

fn random_lead(random: &mut Random) -> Lead {
    Lead {
        name: format!("线索 {}", random.below(40)),
        owner: (random.below(2) == 0).then(|| PersonId::drawn(random.below(3))),
        stage: (random.below(2) == 0).then(|| StageId::drawn(random.below(4))),
        amount: (random.below(2) == 0)
            .then(|| Money::new(random.below(9_999) as i64, Currency::USD)),
        created: Day::from_epoch(20_000 + random.below(50) as i64),
        next_step: ["", "call", "打电话"][random.below(3) as usize].to_owned(),
        ..Default::default()
    }
}

/// The changes of a random command that is allowed and changes something.
pub fn changes(random: &mut Random, workspace: &Workspace) -> Changes {
    allowed(random, workspace, command)
}

/// The same of those commands that the stored golden history is made of.
pub fn golden_changes(random: &mut Random, workspace: &Workspace) -> Changes {
    allowed(random, workspace, golden_command)
}

fn allowed(
    random: &mut Random,
    workspace: &Workspace,
    command: fn(&mut Random) -> Command,
) -> Changes {
    loop {
        if let Ok(changes) = apply(workspace, &command(random), &context())
            && !changes.writes.is_empty()
        {
            return changes;
        }
    }
}
