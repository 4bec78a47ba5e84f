//! Random commands about what is planned, promised and expected: quotas of every split, calls,
//! rounds, objectives, delivery, the market, indicators and their goals.

use huddle::domain::calendar::{Day, Period};
use huddle::domain::call::{Caller, Category};
use huddle::domain::command::Command;
use huddle::domain::customer::Customer;
use huddle::domain::delivery::{DeliveryRules, DeliveryTask, Effort};
use huddle::domain::goal::Bearer;
use huddle::domain::id::*;
use huddle::domain::indicator::goal::Target;
use huddle::domain::indicator::{Builtin, Indicator, Measure};
use huddle::domain::lead::Lead;
use huddle::domain::market::{Assumption, MarketNote};
use huddle::domain::money::{Currency, Money};
use huddle::domain::objective::Objective;
use huddle::domain::quota::{Cell, Edit, Rest, Row, Split, Way};
use huddle::domain::round::{Said, Seen};

use super::random::Random;

const QUARTER: Period = Period::Quarter(2026, 4);

/// How many kinds of such commands there are.
const KINDS: u64 = 23;

/// A random command about plans.
pub fn command(random: &mut Random) -> Command {
    let kind = random.below(KINDS);
    of_kind(random, kind)
}

fn of_kind(random: &mut Random, kind: u64) -> Command {
    let person = PersonId::drawn(random.below(3));
    let (round, product) = (RoundId::drawn(random.below(2)), ProductId::drawn(random.below(2)));
    let objective = ObjectiveId::drawn(random.below(2));
    let indicator = IndicatorId::drawn(random.below(2));
    let (task, note) =
        (DeliveryTaskId::drawn(random.below(2)), MarketNoteId::drawn(random.below(2)));
    let assumption = AssumptionId::drawn(random.below(2));
    let bearer = [Bearer::Company, Bearer::Person(person)][random.below(2) as usize];
    match kind {
        0 | 1 => edit_of_split(random),
        2 => Command::SetCall(LeadId::drawn(random.below(6)), caller(random), category(random)),
        3 => Command::BeginRound(round, QUARTER, vec![person]),
        4 => Command::SealPromise(round, person, said(random)),
        5 => Command::EditLead(LeadId::drawn(random.below(6)), Box::new(due_lead(random))),
        6 => Command::SkipInRound(round, person),
        7 => Command::RevealRound(round, Seen { landing: Some([1, 2, 3]), goal: Some(4) }),
        8 => Command::DropRound(round),
        9 => Command::SaveObjective(objective, Box::new(objective_of(random))),
        10 => Command::DeleteObjective(objective),
        11 => {
            let on = (random.below(3) != 0).then_some(objective);
            Command::HangGoal(bearer, QUARTER, on)
        }
        12 => Command::SaveDeliveryTask(task, Box::new(task_of(random))),
        13 => Command::DeleteDeliveryTask(task),
        14 => Command::TakeDeliveryTasks("任务.csv".to_owned(), vec![(task, task_of(random))]),
        15 => {
            let capacity = effort(random).unwrap_or_default();
            let rules = DeliveryRules { capacity, ..DeliveryRules::default() };
            Command::SaveDeliveryRules(Box::new(rules), vec![(product, effort(random))])
        }
        16 => Command::SetWeekCapacity(day(random), effort(random)),
        17 => match random.below(3) {
            0 => Command::DeleteMarketNote(note),
            _ => Command::SaveMarketNote(note, Box::new(note_of(random))),
        },
        18 => match random.below(4) {
            0 => Command::DeleteAssumption(assumption),
            1 => Command::SwitchAssumption(assumption, random.below(2) == 0),
            _ => Command::SaveAssumption(assumption, Box::new(assumption_of(random))),
        },
        19 => match random.below(3) {
            0 => Command::DeleteIndicator(indicator),
            _ => Command::SaveIndicator(indicator, indicator_of(random)),
        },
        20 => Command::SetIndicatorGoals(QUARTER, measure(random), vec![(bearer, target(random))]),
        21 => Command::SaveCustomer(CustomerId::drawn(random.below(3)), Box::new(customer(random))),
        _ => {
            let set = |period| Edit::Set(Cell::of(bearer, period), 5_000, Rest::Stays);
            Command::EditQuotas(2026, Split::People, vec![set(QUARTER), set(QUARTER.previous())])
        }
    }
}

/// An edit of the grid of products or sectors: of the company, or of a part.
fn edit_of_split(random: &mut Random) -> Command {
    let split = [Split::Product, Split::Sector][random.below(2) as usize];
    let part = match split {
        Split::Product => PartId(ProductId::drawn(random.below(2)).into()),
        _ => PartId::of_key(["sector/矿业", "sector/retail"][random.below(2) as usize]),
    };
    let row = [Row::Company(split), Row::Part(split, part)][random.below(2) as usize];
    let quarter = 1 + random.below(4) as u32;
    let period = [Period::Year(2026), Period::Quarter(2026, quarter)][random.below(2) as usize];
    let cell = Cell { row, period };
    let rest = [Rest::Stays, Rest::MakesUp][random.below(2) as usize];
    let edit = match random.below(6) {
        0 => Edit::Lock(cell),
        1 => Edit::Unlock(cell),
        2 => Edit::Respread(cell, Way::WorkingDays.into()),
        _ => Edit::Set(cell, random.below(1_000_000) as i64, rest),
    };
    Command::EditQuotas(2026, split, vec![edit])
}

/// A lead that is open and due in the quarter, so that it can be called.
fn due_lead(random: &mut Random) -> Lead {
    let amount = Some(Money::new(random.below(9_999) as i64, Currency::CNY));
    let (name, stage) = ("到期".to_owned(), Some(StageId::drawn(0)));
    let owner = Some(PersonId::drawn(random.below(3)));
    Lead { name, stage, owner, amount, closes: Some(day(random)), ..Lead::default() }
}

fn caller(random: &mut Random) -> Caller {
    [Caller::Rep, Caller::Manager][random.below(2) as usize]
}

fn category(random: &mut Random) -> Option<Category> {
    let categories =
        [Some(Category::Commit), Some(Category::BestCase), Some(Category::Omitted), None];
    categories[random.below(4) as usize]
}

fn said(random: &mut Random) -> Said {
    let worst = random.below(1_000) as i64;
    Said { worst, commit: worst + 10, best: worst + 20 }
}

fn objective_of(random: &mut Random) -> Objective {
    let name = format!("目标 {}", random.below(3));
    Objective { name, period: Some(QUARTER), ..Objective::default() }
}

fn task_of(random: &mut Random) -> DeliveryTask {
    let first = day(random);
    DeliveryTask {
        name: format!("task {}", random.below(5)),
        first: Some(first),
        last: Some(first.plus(random.below(20))),
        effort: effort(random).unwrap_or_default(),
        ..DeliveryTask::default()
    }
}

fn effort(random: &mut Random) -> Option<Effort> {
    (random.below(3) != 0).then(|| Effort { minutes: 60 * (1 + random.below(40) as i64) })
}

fn day(random: &mut Random) -> Day {
    Day::from_epoch(20_780 + random.below(30) as i64).unwrap_or(Day::EPOCH)
}

fn note_of(random: &mut Random) -> MarketNote {
    let text = format!("市场 {}", random.below(9));
    MarketNote { text, day: Day::from_epoch(20_700), ..MarketNote::default() }
}

fn assumption_of(random: &mut Random) -> Assumption {
    let permille = Some(random.below(200) as i64 - 100);
    let name = format!("假设 {}", random.below(9));
    Assumption { name, period: Some(QUARTER), permille, on: true, ..Assumption::default() }
}

fn indicator_of(random: &mut Random) -> Indicator {
    let formula = ["count(won)", "sum(won)", "count(won) / 2"][random.below(3) as usize];
    let name = format!("指标 {}", random.below(3));
    Indicator { name, formula: formula.to_owned(), percent: false }
}

fn measure(random: &mut Random) -> Measure {
    let own = Measure::Own(IndicatorId::drawn(random.below(2)));
    [Measure::Builtin(Builtin::WonCount), own][random.below(2) as usize]
}

fn target(random: &mut Random) -> Option<Target> {
    match random.below(3) {
        0 => None,
        1 => Some(Target::Amount(Money::new(random.below(9_000) as i64, Currency::CNY))),
        _ => Some(Target::Thousandths(1_000 * random.below(9) as i64)),
    }
}

fn customer(random: &mut Random) -> Customer {
    let name = format!("客户 {}", random.below(40));
    let sector = ["", "矿业", "retail"][random.below(3) as usize].to_owned();
    Customer { name, sector, ..Customer::default() }
}

/// How many of the kinds are allowed at some time of a random history, by their number.
pub fn kinds_allowed(
    random: &mut Random,
    allowed: &mut dyn FnMut(&Command) -> bool,
    seen: &mut [bool; KINDS as usize],
) {
    let kind = random.below(KINDS);
    let command = of_kind(random, kind);
    seen[kind as usize] |= allowed(&command);
}

/// Nothing seen yet.
pub const NOTHING_SEEN: [bool; KINDS as usize] = [false; KINDS as usize];
