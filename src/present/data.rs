//! The data page as plain data: how much room there is, how old the backup is, what a restore
//! would change, what was changed on two tablets.

use super::format;
use super::lead::LeadField;
use super::rates::millionths;
use crate::domain::changes::EXISTS;
use crate::domain::id::{LeadId, RecordId};
use crate::domain::lead::Lead;
use crate::domain::money::Money;
use crate::domain::record::Record;
use crate::domain::value::Value;
use crate::domain::workspace::{Table, Workspace};
use crate::domain::{apply::lead_title, calendar::Day};
use crate::i18n::Lang;

/// How a browser counts what is stored, and how much it allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counting {
    /// In UTF-16 units of two bytes, 5,242,880 of them: Chromium and Firefox.
    Units,
    /// In bytes, 5 MB of them, one for a Latin letter and two for others: WebKit.
    Bytes,
}

/// How much of the room is used.
#[derive(Clone, Debug, PartialEq)]
pub struct Room {
    /// The share used, 0 to 1.
    pub share: f64,
    /// The same in words.
    pub words: String,
    /// Whether it is time to make room.
    pub state: RoomState,
}

/// How full the room is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RoomState {
    /// There is enough.
    Enough,
    /// More than two thirds are used.
    Short,
    /// More than nine tenths are used.
    Full,
}

const ALLOWED: usize = 5_242_880;

/// How much room is used of what the browser allows, from the characters and the bytes stored.
pub fn room(lang: Lang, characters: usize, bytes: usize, counting: Counting) -> Room {
    let (used, all, unit) = match counting {
        Counting::Units => (characters, ALLOWED, 2),
        Counting::Bytes => (bytes, ALLOWED, 1),
    };
    let share = used as f64 / all as f64;
    Room {
        share,
        words: lang.data_room(&size(lang, used * unit), &size(lang, all * unit)),
        state: match share {
            share if share < 0.667 => RoomState::Enough,
            share if share < 0.9 => RoomState::Short,
            _ => RoomState::Full,
        },
    }
}

/// A size in bytes, in words: "980 B", "12 KB", "1.2 MB".
pub fn size(lang: Lang, bytes: usize) -> String {
    const KILO: f64 = 1024.0;
    let bytes = bytes as f64;
    match bytes {
        _ if bytes < KILO => format!("{} B", format::decimal(lang, bytes, 0)),
        _ if bytes < KILO * KILO => format!("{} KB", format::decimal(lang, bytes / KILO, 0)),
        _ => format!("{} MB", format::decimal(lang, bytes / KILO / KILO, 1)),
    }
}

/// How things stand with backups.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackupState {
    /// In words.
    pub words: String,
    /// How urgent the next one is.
    pub due: Due,
}

/// How urgent a backup is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    /// Not at all.
    No,
    /// There are changes, but the last one is not old.
    Soon,
    /// There is none, or the last is older than a week and there are changes since.
    Now,
}

/// After how many milliseconds a backup is old: a week.
const OLD: u64 = 7 * DAY;
const DAY: u64 = 86_400_000;

/// When something happened, and by how many minutes this place is ahead of universal time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// Milliseconds since 1970.
    pub millis: u64,
    /// Minutes ahead of universal time.
    pub ahead: i64,
}

impl Moment {
    /// In words.
    pub fn words(self, lang: Lang) -> String {
        format::moment(lang, self.millis, self.ahead)
    }

    /// Its day, in words.
    pub fn day_words(self, lang: Lang) -> String {
        let minutes = (self.millis / 60_000) as i64 + self.ahead;
        let day = Day::from_epoch(minutes.div_euclid(1_440));
        day.map(|it| format::day(lang, it)).unwrap_or_default()
    }
}

/// How things stand with backups: the last one, the last change, and now.
pub fn backup_state(
    lang: Lang,
    last: Option<Moment>,
    changed: Option<u64>,
    now: u64,
) -> BackupState {
    let Some(changed) = changed else {
        return BackupState { words: lang.data_backup_nothing().to_owned(), due: Due::No };
    };
    let Some(last) = last else {
        return BackupState { words: lang.data_backup_never().to_owned(), due: Due::Now };
    };
    let age = now.saturating_sub(last.millis);
    let (rest, due) = match changed <= last.millis {
        true => (lang.data_backup_current().to_owned(), Due::No),
        false if age < OLD => (lang.data_backup_since().to_owned(), Due::Soon),
        false => (lang.data_backup_old(&format::count(lang, age / DAY)), Due::Now),
    };
    let sentences = [lang.data_backup_last(&last.words(lang)), rest];
    let gap = match lang {
        Lang::En => " ",
        Lang::Zh => "",
    };
    BackupState { words: sentences.join(gap), due }
}

/// A line of what a restore would change: the table, and how many records would come, change
/// and go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The table.
    pub table: &'static str,
    /// New, changed, deleted.
    pub counts: [String; 3],
}

/// What a restore would change, table by table.
pub fn differences(lang: Lang, tables: &[(Table, [usize; 3])]) -> Vec<Difference> {
    let count = |n: usize| if n == 0 { "–".to_owned() } else { format::count(lang, n as u64) };
    let line = |(table, counts): &(Table, [usize; 3])| Difference {
        table: lang.table(*table),
        counts: counts.map(count),
    };
    tables.iter().map(line).collect()
}

/// A field that was written on two tablets at the same time.
#[derive(Clone, Debug, PartialEq)]
pub struct Clash {
    /// The table's name in the journal.
    pub table: String,
    /// The record.
    pub id: RecordId,
    /// The field's name in the journal.
    pub field: String,
    /// The value that stands.
    pub kept: Written,
    /// The values that lost.
    pub lost: Vec<Written>,
}

/// A value, when it was written and where.
#[derive(Clone, Debug, PartialEq)]
pub struct Written {
    /// The value.
    pub value: Value,
    /// When.
    pub moment: Moment,
    /// Where.
    pub device: Device,
}

/// Where something was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Device {
    /// Here.
    This,
    /// On another tablet.
    Other,
}

/// A clash in words.
#[derive(Clone, Debug, PartialEq)]
pub struct ClashView {
    /// The record and the field.
    pub title: String,
    /// The value that stands.
    pub kept: String,
    /// The values that lost.
    pub lost: Vec<String>,
    /// The lead, where it is one that is still there.
    pub lead: Option<LeadId>,
}

/// A clash in words.
pub fn clash(workspace: &Workspace, lang: Lang, clash: &Clash) -> ClashView {
    let table = Table::named(&clash.table);
    let words = |written: &Written, sentence: fn(Lang, &str, &str, &str) -> String| {
        let value = value(workspace, lang, table, &clash.field, &written.value);
        let device = match written.device {
            Device::This => lang.data_this_tablet(),
            Device::Other => lang.data_other_tablet(),
        };
        sentence(lang, &value, &written.moment.words(lang), device)
    };
    let lead = LeadId::from(clash.id);
    ClashView {
        title: lang.data_clash(
            &record(workspace, lang, table, clash.id),
            &field(lang, table, &clash.field),
        ),
        kept: words(&clash.kept, Lang::data_clash_kept),
        lost: clash.lost.iter().map(|it| words(it, Lang::data_clash_lost)).collect(),
        lead: (table == Some(Table::Leads) && workspace.leads.has(lead)).then_some(lead),
    }
}

/// What a record is called; the name of its table where it has no name of its own.
fn record(workspace: &Workspace, lang: Lang, table: Option<Table>, id: RecordId) -> String {
    let Some(table) = table else { return String::new() };
    let name = match table {
        Table::Leads => workspace.leads.get(id.into()).map(|it| lead_title(workspace, it)),
        Table::People => workspace.people.get(id.into()).map(|it| it.name.clone()),
        Table::Teams => workspace.teams.get(id.into()).map(|it| it.name.clone()),
        Table::Customers => workspace.customers.get(id.into()).map(|it| it.name.clone()),
        Table::Products => workspace.products.get(id.into()).map(|it| it.name.clone()),
        Table::Pipelines => workspace.pipelines.get(id.into()).map(|it| it.name.clone()),
        Table::Stages => workspace.stages.get(id.into()).map(|it| it.name.clone()),
        Table::Competitors => workspace.competitors.get(id.into()).map(|it| it.name.clone()),
        Table::LossReasons => workspace.loss_reasons.get(id.into()).map(|it| it.name.clone()),
        Table::Aliases => workspace.aliases.get(id.into()).map(|it| it.name.clone()),
        Table::Indicators => workspace.indicators.get(id.into()).map(|it| it.name.clone()),
        Table::Views => workspace.views.get(id.into()).map(|it| it.name.clone()),
        Table::Goals => workspace.goals.get(id.into()).map(|goal| {
            let bearer = goal.bearer.map(|it| it.name(workspace)).unwrap_or_default();
            let bearer = if bearer.is_empty() { lang.table_goals() } else { bearer };
            let period = goal.period.map(|it| format::period(lang, it)).unwrap_or_default();
            [bearer, &period].join(" ")
        }),
        Table::DeliveryTasks => workspace.delivery_tasks.get(id.into()).map(|it| it.name.clone()),
        Table::MarketNotes => workspace.market_notes.get(id.into()).map(|it| it.text.clone()),
        Table::Assumptions => workspace.assumptions.get(id.into()).map(|it| it.name.clone()),
        Table::Objectives => workspace.objectives.get(id.into()).map(|it| it.name.clone()),
        Table::Contacts => workspace.contacts.get(id.into()).map(|it| it.name.clone()),
        Table::Cadences => workspace.cadences.get(id.into()).map(|it| it.class.clone()),
        Table::Settings
        | Table::DeliveryRules
        | Table::ProductEfforts
        | Table::WeekCapacities
        | Table::Activities
        | Table::Absences
        | Table::Imports
        | Table::Mappings
        | Table::AssignmentRules
        | Table::PoolRules
        | Table::Rivals
        | Table::Debriefs
        | Table::Distincts
        | Table::Drafts
        | Table::DraftTurns
        | Table::QuotaYears
        | Table::QuotaLocks
        | Table::PartQuotas
        | Table::Calls
        | Table::Rounds
        | Table::Promises
        | Table::IndicatorGoals
        | Table::MeetingPlans
        | Table::Meetings
        | Table::MeetingMarks
        | Table::ReadMarks
        | Table::SurveyReplies
        | Table::Talks
        | Table::TalkPoints
        | Table::Feedbacks
        | Table::Reviews
        | Table::Aims
        | Table::Pulses
        | Table::Praises
        | Table::ThanksRules
        | Table::Contests
        | Table::PointEntries
        | Table::Redemptions
        | Table::RewardBudgets
        | Table::Trainings
        | Table::CareerCriteria
        | Table::Judgements
        | Table::Promotions
        | Table::DealPays
        | Table::PaySlips
        | Table::PayTrueUps
        | Table::PayDisputes => None,
        Table::RewardItems => workspace.reward_items.get(id.into()).map(|it| it.name.clone()),
        Table::CareerLevels => workspace.career_levels.get(id.into()).map(|it| it.name.clone()),
        Table::Surveys => workspace.surveys.get(id.into()).map(|it| lang.survey_said(&it.name)),
        Table::MeetingPoints => workspace.meeting_points.get(id.into()).map(|it| it.text.clone()),
        Table::Announcements => workspace.announcements.get(id.into()).map(|it| it.text.clone()),
        Table::Requests => workspace.requests.get(id.into()).map(|it| it.text.clone()),
        Table::PayPlans => workspace.pay_plans.get(id.into()).map(|it| it.name.clone()),
        Table::Rates => {
            workspace.rates.get(id.into()).and_then(|it| Some(it.currency?.to_string()))
        }
    };
    name.filter(|it| !it.is_empty()).unwrap_or_else(|| lang.table(table).to_owned())
}

fn field(lang: Lang, table: Option<Table>, name: &str) -> String {
    match LeadField::of_journal(name).filter(|_| table == Some(Table::Leads)) {
        Some(field) => field.words(lang).to_owned(),
        None => lang.column(name),
    }
}

fn value(
    workspace: &Workspace,
    lang: Lang,
    table: Option<Table>,
    name: &str,
    value: &Value,
) -> String {
    let words = match (LeadField::of_journal(name), table) {
        (Some(field), Some(Table::Leads)) => {
            let mut lead = Lead::default();
            lead.load(name, value);
            field.value(workspace, lang, &lead)
        }
        // A sealed answer is told by its round alone.
        (_, Some(Table::Promises)) => lang.round_sealed().to_owned(),
        _ => plain_value(workspace, lang, name, value),
    };
    if words.is_empty() { lang.data_nothing_there().to_owned() } else { words }
}

fn plain_value(workspace: &Workspace, lang: Lang, name: &str, value: &Value) -> String {
    match value {
        Value::Bool(exists) if name == EXISTS => {
            let words = if *exists { lang.data_existing() } else { lang.data_gone() };
            words.to_owned()
        }
        Value::Text(text) => text_value(workspace, lang, name, text),
        Value::Int(number) if name == "millionths" => millionths(*number),
        Value::Int(number) => number.to_string(),
        Value::List(values) => {
            let values = values.iter().map(|it| plain_value(workspace, lang, name, it));
            values.collect::<Vec<_>>().join(", ")
        }
        Value::Null | Value::Bool(_) | Value::Float(_) | Value::Map(_) => String::new(),
    }
}

fn text_value(workspace: &Workspace, lang: Lang, name: &str, text: &str) -> String {
    let team = || workspace.teams.get(text.parse().ok()?).map(|it| it.name.clone());
    let person = || workspace.people.get(text.parse().ok()?).map(|it| it.name.clone());
    let pipeline = || workspace.pipelines.get(text.parse().ok()?).map(|it| it.name.clone());
    let money = || text.parse::<Money>().ok().map(|it| format::money(lang, it));
    let day = || text.parse::<Day>().ok().map(|it| format::day(lang, it));
    let words = match name {
        "team" => team(),
        "claimed_by" => person(),
        "pipeline" => pipeline(),
        "quota" | "price" => money(),
        _ => day(),
    };
    words.unwrap_or_else(|| text.to_owned())
}

#[cfg(test)]
mod tests;
