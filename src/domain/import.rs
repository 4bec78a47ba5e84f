//! What an import brings: complete records, and the run itself.

use super::activity::Activity;
use super::aim::Aim;
use super::cadence::Cadence;
use super::calendar::Day;
use super::call::DealCall;
use super::changes::{Changes, Write};
use super::contact::Contact;
use super::customer::Customer;
use super::delivery::{DeliveryRules, DeliveryTask, WeekCapacity};
use super::duplicates::Alias;
use super::feedback::Feedback;
use super::goal::Goal;
use super::id::*;
use super::indicator::goal::IndicatorGoal;
use super::label::Label;
use super::lead::Lead;
use super::market::{Assumption, MarketNote};
use super::objective::Objective;
use super::people::{Absence, Person, Team};
use super::pipeline::{Pipeline, Stage};
use super::product::Product;
use super::round::{Promise, Round};
use super::settings::Settings;
use super::survey::{Survey, SurveyReply};
use super::talk::{Talk, TalkPoint};
use super::thanks::Praise;
use super::workspace::{Kept, Workspace};

record! {
    /// One run of an import, kept so that any figure can say which file it came from.
    pub struct ImportRun(ImportId) {
        /// The files' names, joined by ", ".
        files: String,
        /// The system they came from.
        system: String,
        /// The day of the import.
        day: Option<Day>,
        /// How many records were made.
        created: i64,
        /// How many records were changed.
        updated: i64,
        /// How many rows changed nothing.
        unchanged: i64,
        /// How many rows were refused.
        rejected: i64,
    }
}

record! {
    /// What the columns of a kind of file mean, as confirmed by the manager.
    pub struct ColumnMapping(MappingId) {
        /// The file's header, in normal form, joined by `|`.
        header: String,
        /// What kind of record a row is.
        kind: String,
        /// The field of each column, empty where the column is left out.
        fields: Vec<String>,
    }
}

/// The records an import makes or changes, whole as they shall be afterwards.
#[derive(Clone, Debug, PartialEq)]
pub struct Batch {
    /// What brings them.
    pub label: Label,
    /// The run, for imports from files.
    pub run: Option<(ImportId, ImportRun)>,
    /// The settings, where they change.
    pub settings: Option<Settings>,
    /// Teams.
    pub teams: Vec<(TeamId, Team)>,
    /// People.
    pub people: Vec<(PersonId, Person)>,
    /// Days on which people are away.
    pub absences: Vec<(AbsenceId, Absence)>,
    /// Customers.
    pub customers: Vec<(CustomerId, Customer)>,
    /// Products.
    pub products: Vec<(ProductId, Product)>,
    /// Pipelines.
    pub pipelines: Vec<(PipelineId, Pipeline)>,
    /// Stages.
    pub stages: Vec<(StageId, Stage)>,
    /// Leads.
    pub leads: Vec<(LeadId, Lead)>,
    /// Goals.
    pub goals: Vec<(GoalId, Goal)>,
    /// Goals for indicators.
    pub indicator_goals: Vec<(IndicatorGoalId, IndicatorGoal)>,
    /// Meanings of columns to be remembered.
    pub mappings: Vec<(MappingId, ColumnMapping)>,
    /// People at customers.
    pub contacts: Vec<(ContactId, Contact)>,
    /// Activities.
    pub activities: Vec<(ActivityId, Activity)>,
    /// Rhythms of classes of customers.
    pub cadences: Vec<(CadenceId, Cadence)>,
    /// Under what else records are known.
    pub aliases: Vec<(AliasId, Alias)>,
    /// What is said of deals.
    pub calls: Vec<(CallId, DealCall)>,
    /// Sealed rounds.
    pub rounds: Vec<(RoundId, Round)>,
    /// What was said in them.
    pub promises: Vec<(PromiseId, Promise)>,
    /// Objectives.
    pub objectives: Vec<(ObjectiveId, Objective)>,
    /// The rules of delivery, where they change.
    pub delivery_rules: Option<DeliveryRules>,
    /// Tasks of the team that delivers.
    pub delivery_tasks: Vec<(DeliveryTaskId, DeliveryTask)>,
    /// Weeks in which that team can do more or less than usual.
    pub week_capacities: Vec<(WeekCapacityId, WeekCapacity)>,
    /// What was heard of the market.
    pub market_notes: Vec<(MarketNoteId, MarketNote)>,
    /// What is assumed of it.
    pub assumptions: Vec<(AssumptionId, Assumption)>,
    /// Surveys.
    pub surveys: Vec<(SurveyId, Survey)>,
    /// What was answered.
    pub survey_replies: Vec<(SurveyReplyId, SurveyReply)>,
    /// One-to-ones.
    pub talks: Vec<(TalkId, Talk)>,
    /// What is talked about in them.
    pub talk_points: Vec<(TalkPointId, TalkPoint)>,
    /// Feedback.
    pub feedbacks: Vec<(FeedbackId, Feedback)>,
    /// Praise on the wall.
    pub praises: Vec<(PraiseId, Praise)>,
    /// Figures that are worked on.
    pub aims: Vec<(AimId, Aim)>,
    /// What the sample has besides, of tables that no file brings.
    pub further: Vec<Write>,
}

impl Batch {
    /// A batch of nothing.
    pub fn new(label: Label) -> Batch {
        Batch {
            label,
            run: None,
            settings: None,
            teams: Vec::new(),
            people: Vec::new(),
            absences: Vec::new(),
            customers: Vec::new(),
            products: Vec::new(),
            pipelines: Vec::new(),
            stages: Vec::new(),
            leads: Vec::new(),
            goals: Vec::new(),
            indicator_goals: Vec::new(),
            mappings: Vec::new(),
            contacts: Vec::new(),
            activities: Vec::new(),
            cadences: Vec::new(),
            aliases: Vec::new(),
            calls: Vec::new(),
            rounds: Vec::new(),
            promises: Vec::new(),
            objectives: Vec::new(),
            delivery_rules: None,
            delivery_tasks: Vec::new(),
            week_capacities: Vec::new(),
            market_notes: Vec::new(),
            assumptions: Vec::new(),
            surveys: Vec::new(),
            survey_replies: Vec::new(),
            talks: Vec::new(),
            talk_points: Vec::new(),
            feedbacks: Vec::new(),
            praises: Vec::new(),
            aims: Vec::new(),
            further: Vec::new(),
        }
    }

    /// What the batch changes, all but its leads. Those are the bulk, so that a page can add them
    /// in slices with [`Batch::add_leads`].
    pub fn changes_but_leads(&self, workspace: &Workspace) -> Changes {
        let mut changes = Changes::new(self.label.clone());
        if let Some((id, run)) = &self.run {
            changes.put(workspace, *id, run);
        }
        if let Some(settings) = &self.settings {
            changes.put(workspace, Settings::ID, settings);
        }
        put_all(&mut changes, workspace, &self.teams);
        put_all(&mut changes, workspace, &self.people);
        put_all(&mut changes, workspace, &self.absences);
        put_all(&mut changes, workspace, &self.customers);
        put_all(&mut changes, workspace, &self.products);
        put_all(&mut changes, workspace, &self.pipelines);
        put_all(&mut changes, workspace, &self.stages);
        put_all(&mut changes, workspace, &self.goals);
        put_all(&mut changes, workspace, &self.indicator_goals);
        put_all(&mut changes, workspace, &self.mappings);
        put_all(&mut changes, workspace, &self.contacts);
        put_all(&mut changes, workspace, &self.activities);
        put_all(&mut changes, workspace, &self.cadences);
        put_all(&mut changes, workspace, &self.aliases);
        put_all(&mut changes, workspace, &self.calls);
        put_all(&mut changes, workspace, &self.rounds);
        put_all(&mut changes, workspace, &self.promises);
        put_all(&mut changes, workspace, &self.objectives);
        if let Some(rules) = &self.delivery_rules {
            changes.put(workspace, DeliveryRules::ID, rules);
        }
        put_all(&mut changes, workspace, &self.delivery_tasks);
        put_all(&mut changes, workspace, &self.week_capacities);
        put_all(&mut changes, workspace, &self.market_notes);
        put_all(&mut changes, workspace, &self.assumptions);
        put_all(&mut changes, workspace, &self.surveys);
        put_all(&mut changes, workspace, &self.survey_replies);
        put_all(&mut changes, workspace, &self.talks);
        put_all(&mut changes, workspace, &self.talk_points);
        put_all(&mut changes, workspace, &self.feedbacks);
        put_all(&mut changes, workspace, &self.praises);
        put_all(&mut changes, workspace, &self.aims);
        changes.writes.extend(self.further.iter().cloned());
        changes
    }

    /// Adds what the leads of `range` change; a range beyond the end adds what is there.
    pub fn add_leads(
        &self,
        workspace: &Workspace,
        range: std::ops::Range<usize>,
        changes: &mut Changes,
    ) {
        let end = range.end.min(self.leads.len());
        for (id, lead) in self.leads.get(range.start..end).unwrap_or_default() {
            match lead.lines.is_empty() {
                true => changes.put(workspace, *id, lead),
                false => changes.put(workspace, *id, &lead.clone().kept()),
            }
        }
    }
}

fn put_all<R: Kept>(changes: &mut Changes, workspace: &Workspace, records: &[(R::Id, R)]) {
    for (id, record) in records {
        changes.put(workspace, *id, record);
    }
}
