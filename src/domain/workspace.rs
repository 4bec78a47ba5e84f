//! The whole of a team's data, typed: one collection a table.
//!
//! A workspace is a view of the journal: it is only ever changed by [`Workspace::refresh`], which
//! takes a record's current fields. Nothing in it is stored as such.

use std::collections::BTreeMap;
use std::fmt;

use super::activity::Activity;
use super::aim::Aim;
use super::assignment::rules::AssignmentRules;
use super::cadence::Cadence;
use super::call::DealCall;
use super::career::{CareerCriterion, CareerLevel, Judgement, Promotion};
use super::commission::kept::{DealPay, PayDispute, PayPlan, PaySlip, PayTrueUp};
use super::competition::{Competitor, Rival};
use super::contact::Contact;
use super::customer::Customer;
use super::delivery::{DeliveryRules, DeliveryTask, ProductEffort, WeekCapacity};
use super::draft::{Draft, DraftTurn};
use super::duplicates::{Alias, Distinct};
use super::feedback::Feedback;
use super::goal::Goal;
use super::id::*;
use super::import::{ColumnMapping, ImportRun};
use super::indicator::Indicator;
use super::indicator::goal::IndicatorGoal;
use super::lead::Lead;
use super::loss::{Debrief, LossReason};
use super::market::{Assumption, MarketNote};
use super::meeting::{
    Announcement, Meeting, MeetingMark, MeetingPlan, MeetingPoint, ReadMark, Request,
};
use super::objective::Objective;
use super::people::{Absence, Person, Team};
use super::pipeline::{Pipeline, Stage};
use super::pool::PoolRules;
use super::product::Product;
use super::pulse::Pulse;
use super::quota::{PartQuota, QuotaLock, QuotaYear};
use super::rates::Rate;
use super::record::Record;
use super::review::Review;
use super::reward::{PointEntry, Redemption, RewardBudget, RewardItem, Training};
use super::round::{Promise, Round};
use super::settings::Settings;
use super::survey::{Survey, SurveyReply};
use super::talk::{Talk, TalkPoint};
use super::thanks::contest::Contest;
use super::thanks::kept::{Praise, ThanksRules};
use super::value::Value;
use super::view::SavedView;

/// The records of one table, in order of their ids.
///
/// Where a record lies is kept apart from the records, in a map that is of one type for all
/// tables: maps of as many types as there are nouns are a tenth of the page's download.
#[derive(Clone)]
pub struct Collection<R> {
    places: BTreeMap<RecordId, usize>,
    records: Vec<R>,
    /// Places whose records are gone.
    free: Vec<usize>,
}

impl<R> Default for Collection<R> {
    fn default() -> Self {
        Collection { places: BTreeMap::new(), records: Vec::new(), free: Vec::new() }
    }
}

impl<R: Record> PartialEq for Collection<R> {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl<R: Record + fmt::Debug> fmt::Debug for Collection<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let records = self.places.iter().map(|(id, place)| (id, &self.records[*place]));
        f.debug_map().entries(records).finish()
    }
}

impl<R: Record> Collection<R> {
    /// The record with this id.
    pub fn get(&self, id: R::Id) -> Option<&R> {
        self.places.get(&id.into()).map(|place| &self.records[*place])
    }

    /// The record that an optional reference names.
    pub fn find(&self, id: Option<R::Id>) -> Option<&R> {
        self.get(id?)
    }

    /// Whether there is a record with this id.
    pub fn has(&self, id: R::Id) -> bool {
        self.places.contains_key(&id.into())
    }

    /// All records with their ids.
    pub fn iter(&self) -> impl Iterator<Item = (R::Id, &R)> {
        self.places.iter().map(|(id, place)| (R::Id::from(*id), &self.records[*place]))
    }

    /// All records.
    pub fn values(&self) -> impl Iterator<Item = &R> {
        self.places.values().map(|place| &self.records[*place])
    }

    /// How many records there are.
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    fn refresh(&mut self, id: RecordId, fields: Option<Fields<'_, '_>>) {
        let Some(fields) = fields else {
            if let Some(place) = self.places.remove(&id) {
                self.records[place] = R::default();
                self.free.push(place);
            }
            return;
        };
        let place = self.place(id);
        let record = &mut self.records[place];
        *record = R::default();
        for (field, value) in fields {
            record.load(field, value);
        }
    }

    fn mend(&mut self, id: RecordId, mend: fn(&mut R)) {
        if let Some(place) = self.places.get(&id) {
            mend(&mut self.records[*place]);
        }
    }

    /// The place of a record, a new one if it has none.
    fn place(&mut self, id: RecordId) -> usize {
        if let Some(place) = self.places.get(&id) {
            return *place;
        }
        let place = self.free.pop().unwrap_or_else(|| {
            self.records.push(R::default());
            self.records.len() - 1
        });
        self.places.insert(id, place);
        place
    }
}

/// A record's fields as the journal has them.
pub type Fields<'a, 'b> = &'a mut dyn Iterator<Item = (&'b str, &'b Value)>;

/// A record that has its place in the workspace.
pub trait Kept: Record {
    /// The table it is kept in.
    const TABLE: Table;

    /// The collection that holds it.
    fn all(workspace: &Workspace) -> &Collection<Self>;
}

macro_rules! tables {
    ($($(#[$doc:meta])* $field:ident: $record:ident in $table:ident,)+) => {
        /// A table of the journal.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Table {
            $($(#[$doc])* $table,)+
        }

        impl Table {
            /// Every table.
            pub const ALL: &[Table] = &[$(Table::$table,)+];

            /// The name in the journal.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Table::$table => stringify!($field),)+
                }
            }

            /// The table of a name; `None` for a table of another version.
            pub fn named(name: &str) -> Option<Table> {
                match name {
                    $(stringify!($field) => Some(Table::$table),)+
                    _ => None,
                }
            }
        }

        /// All data of one team.
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct Workspace {
            $($(#[$doc])* pub $field: Collection<$record>,)+
        }

        impl Workspace {
            /// Takes a record as it now stands: its fields, or `None` where it does not exist.
            pub fn refresh(
                &mut self,
                table: Table,
                id: RecordId,
                fields: Option<Fields<'_, '_>>,
            ) {
                match table {
                    $(Table::$table => self.$field.refresh(id, fields),)+
                }
                if table == Table::Leads {
                    self.leads.mend(id, Lead::follow_its_lines);
                }
            }

            /// How many records a table holds.
            pub fn count(&self, table: Table) -> usize {
                match table {
                    $(Table::$table => self.$field.len(),)+
                }
            }

            /// Gives every existing record's table, id and fields to `visit`, in a fixed order.
            pub fn visit(&self, visit: &mut dyn FnMut(Table, RecordId, Vec<(&'static str, Value)>)) {
                $(for (id, record) in self.$field.iter() {
                    visit(Table::$table, id.into(), record.fields());
                })+
            }
        }

        $(impl Kept for $record {
            const TABLE: Table = Table::$table;

            fn all(workspace: &Workspace) -> &Collection<$record> {
                &workspace.$field
            }
        })+
    };
}

tables! {
    /// The team's settings, one record.
    settings: Settings in Settings,
    /// People of the sales team.
    people: Person in People,
    /// Teams.
    teams: Team in Teams,
    /// Days on which people are away.
    absences: Absence in Absences,
    /// Customers.
    customers: Customer in Customers,
    /// Products.
    products: Product in Products,
    /// Pipelines.
    pipelines: Pipeline in Pipelines,
    /// Stages of pipelines.
    stages: Stage in Stages,
    /// Leads.
    leads: Lead in Leads,
    /// Goals.
    goals: Goal in Goals,
    /// Runs of imports.
    imports: ImportRun in Imports,
    /// Remembered meanings of columns.
    mappings: ColumnMapping in Mappings,
    /// The rules of assignment, one record.
    assignment_rules: AssignmentRules in AssignmentRules,
    /// The rules of the pool, one record.
    pool_rules: PoolRules in PoolRules,
    /// Rates of exchange.
    rates: Rate in Rates,
    /// Competitors.
    competitors: Competitor in Competitors,
    /// Competitors on deals.
    rivals: Rival in Rivals,
    /// The reasons why deals are lost, as the manager has set them.
    loss_reasons: LossReason in LossReasons,
    /// What was said of losses.
    debriefs: Debrief in Debriefs,
    /// Pairs of records that are not the same.
    distincts: Distinct in Distincts,
    /// What became of merged records, and what else records are known as.
    aliases: Alias in Aliases,
    /// Activities, done and planned.
    activities: Activity in Activities,
    /// People to talk to at customers.
    contacts: Contact in Contacts,
    /// Rhythms of classes of customers.
    cadences: Cadence in Cadences,
    /// Saved views of leads.
    views: SavedView in Views,
    /// Drafts, of which at most one is underway.
    drafts: Draft in Drafts,
    /// Turns that were taken in drafts.
    draft_turns: DraftTurn in DraftTurns,
    /// Fiscal years that are planned by person and month.
    quota_years: QuotaYear in QuotaYears,
    /// Locked cells of the quota grid.
    quota_locks: QuotaLock in QuotaLocks,
    /// What reps and managers say of deals.
    calls: DealCall in Calls,
    /// Sealed rounds, of which at most one is underway.
    rounds: Round in Rounds,
    /// What was said in them.
    promises: Promise in Promises,
    /// What goals are for.
    objectives: Objective in Objectives,
    /// What the team that delivers has promised.
    delivery_tasks: DeliveryTask in DeliveryTasks,
    /// What it can do and what deals bring it, one record.
    delivery_rules: DeliveryRules in DeliveryRules,
    /// How much work deals on products bring.
    product_efforts: ProductEffort in ProductEfforts,
    /// Weeks in which the team can do more or less than usual.
    week_capacities: WeekCapacity in WeekCapacities,
    /// Indicators of the manager's own.
    indicators: Indicator in Indicators,
    /// Goals for indicators.
    indicator_goals: IndicatorGoal in IndicatorGoals,
    /// What was heard of the market.
    market_notes: MarketNote in MarketNotes,
    /// What is assumed of it.
    assumptions: Assumption in Assumptions,
    /// Quotas of products, sectors, regions and offices.
    part_quotas: PartQuota in PartQuotas,
    /// The agendas of kinds of meetings that the team has changed.
    meeting_plans: MeetingPlan in MeetingPlans,
    /// Meetings, of which at most one runs.
    meetings: Meeting in Meetings,
    /// The events of their clocks.
    meeting_marks: MeetingMark in MeetingMarks,
    /// What was brought up in them or for the next.
    meeting_points: MeetingPoint in MeetingPoints,
    /// What everybody should know.
    announcements: Announcement in Announcements,
    /// Who has read it.
    read_marks: ReadMark in ReadMarks,
    /// What is asked of other departments.
    requests: Request in Requests,
    /// Surveys of customers and markets.
    surveys: Survey in Surveys,
    /// What was answered.
    survey_replies: SurveyReply in SurveyReplies,
    /// One-to-ones that were held.
    talks: Talk in Talks,
    /// What is talked about in them.
    talk_points: TalkPoint in TalkPoints,
    /// Feedback to people.
    feedbacks: Feedback in Feedbacks,
    /// Reviews of people.
    reviews: Review in Reviews,
    /// Figures of people that are worked on.
    aims: Aim in Aims,
    /// What came of asking how the team is.
    pulses: Pulse in Pulses,
    /// Plans by which people are paid.
    pay_plans: PayPlan in PayPlans,
    /// What pay has to know of deals.
    deal_pays: DealPay in DealPays,
    /// Statements of closed periods.
    pay_slips: PaySlip in PaySlips,
    /// Corrections of statements.
    pay_true_ups: PayTrueUp in PayTrueUps,
    /// Questions about statements.
    pay_disputes: PayDispute in PayDisputes,
    /// Praise on the wall.
    praises: Praise in Praises,
    /// How the team thanks, one record.
    thanks_rules: ThanksRules in ThanksRules,
    /// Contests.
    contests: Contest in Contests,
    /// What points are redeemed for.
    reward_items: RewardItem in RewardItems,
    /// The lines of the ledger of points.
    point_entries: PointEntry in PointEntries,
    /// What was redeemed.
    redemptions: Redemption in Redemptions,
    /// How much may be redeemed.
    reward_budgets: RewardBudget in RewardBudgets,
    /// Courses that people took.
    trainings: Training in Trainings,
    /// The levels of the career ladder.
    career_levels: CareerLevel in CareerLevels,
    /// What has to be met for them.
    career_criteria: CareerCriterion in CareerCriteria,
    /// What was said of criteria that are judged.
    judgements: Judgement in Judgements,
    /// Who came to which level.
    promotions: Promotion in Promotions,
}

impl Workspace {
    /// The team's settings; the defaults until they are first saved.
    pub fn settings(&self) -> Settings {
        self.settings.get(Settings::ID).cloned().unwrap_or_default()
    }

    /// A copy as it would be with other settings, for looking ahead.
    pub fn with_settings(&self, settings: &Settings) -> Workspace {
        let mut workspace = self.clone();
        let fields = settings.fields();
        let mut fields = fields.iter().map(|(field, value)| (*field, value));
        workspace.settings.refresh(Settings::ID.into(), Some(&mut fields));
        workspace
    }
}
