//! How leads go from stage to stage, what that brings a day, and which stage is clearly narrow.

use super::group::Group;
use super::rates::{counts, missing};
use super::scope::{Looked, Recorded, Scope};
use super::{Figure, RowView, StageMeasure, TableView, dash, interval};
use crate::domain::funnel::{Bottleneck, Flow, Stages, Visit, bottleneck};
use crate::domain::id::StageId;
use crate::domain::insight::Rate;
use crate::domain::money::Money;
use crate::domain::pipeline::{Outcome, Stage, ordered_stages};
use crate::i18n::Lang;
use crate::present::chart::Portions;
use crate::present::forecast::words::{about, share};
use crate::present::format;

/// A funnel, ready to be shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FunnelView {
    /// What there is to say.
    pub sentence: String,
    /// The stages with what became of their leads.
    pub bars: Vec<FunnelBar>,
    /// The same and more as a table.
    pub table: TableView,
    /// What is won a day, and of what that is made; none where too little is known.
    pub velocity: Option<(String, String)>,
    /// How it is counted, and what is left out.
    pub notes: Vec<String>,
}

/// What became of the leads of a stage.
#[derive(Clone, Debug, PartialEq)]
pub struct FunnelBar {
    /// The stage.
    pub name: String,
    /// How many went on, how many are undecided, how many were lost.
    pub portions: Portions,
    /// The same in words.
    pub shown: String,
}

/// The stages of a pipeline with what became of their leads.
pub(super) struct Counted {
    pub(super) stages: Vec<(StageId, String)>,
    pub(super) ways: Stages,
    pub(super) flows: Vec<Flow>,
    /// How many leads are in each stage.
    now: Vec<u64>,
    /// How many closed leads passed no stage that is known, and how many leads there are.
    unknown: u64,
    all: u64,
}

/// The leads of a funnel: those created in the period, in the pipeline that is shown.
pub(super) fn looked(scope: Scope<'_>) -> impl Iterator<Item = Looked<'_>> {
    let pipeline = scope.pipeline();
    scope.leads().filter(move |it| {
        let stage = scope.workspace.stages.find(it.lead.stage);
        stage.is_some_and(|stage| stage.pipeline == pipeline) && scope.holds(it.lead.created)
    })
}

/// Counts the leads of every stage in one pass.
pub(super) fn counted(scope: Scope<'_>, recorded: &Recorded) -> Counted {
    let pipeline = scope.pipeline();
    let all: Vec<(StageId, &Stage)> =
        pipeline.map(|it| ordered_stages(scope.workspace, it)).unwrap_or_default();
    let of = |outcome: Outcome| all.iter().filter(move |(_, it)| it.outcome == outcome);
    let stages: Vec<(StageId, String)> =
        of(Outcome::Open).map(|(id, it)| (*id, it.name.clone())).collect();
    let open: Vec<StageId> = stages.iter().map(|(id, _)| *id).collect();
    let won: Vec<StageId> = of(Outcome::Won).map(|(id, _)| *id).collect();
    let ways = Stages::new(&open, &won);
    let leads: Vec<(Vec<Visit>, Outcome, Option<StageId>)> =
        looked(scope).map(|it| (it.journey(recorded), it.outcome, it.lead.stage)).collect();
    let flows = ways.flows(leads.iter().map(|(visits, outcome, _)| (visits.as_slice(), *outcome)));
    let now = open.iter().map(|id| leads.iter().filter(|it| it.2 == Some(*id)).count() as u64);
    let passed = |visits: &[Visit]| visits.iter().any(|it| open.contains(&it.stage));
    let unknown = leads.iter().filter(|it| it.1 != Outcome::Open && !passed(&it.0)).count();
    Counted {
        now: now.collect(),
        unknown: unknown as u64,
        all: leads.len() as u64,
        stages,
        ways,
        flows,
    }
}

/// The funnel of what is asked.
pub fn funnel(scope: Scope<'_>, recorded: &Recorded) -> FunnelView {
    let lang = scope.lang;
    let counted = counted(scope, recorded);
    let closed: Vec<Looked<'_>> = looked(scope).filter(|it| it.outcome != Outcome::Open).collect();
    let won = closed.iter().filter(|it| it.outcome == Outcome::Won).count() as u64;
    let rate = Rate::new(won, closed.len() as u64);
    FunnelView {
        sentence: sentence(lang, &counted, rate),
        bars: bars(lang, &counted, rate),
        table: table(lang, &counted, rate),
        velocity: velocity(scope).map(|it| (it.value, it.formula)),
        notes: notes(scope, &counted),
    }
}

fn sentence(lang: Lang, counted: &Counted, rate: Option<Rate>) -> String {
    if counted.all == 0 {
        return lang.insight_no_leads().to_owned();
    }
    let name = |place: usize| counted.stages.get(place).map_or("", |(_, name)| name.as_str());
    let decided: u64 = counted.flows.iter().map(|it| it.moved_on + it.lost).sum();
    match bottleneck(&counted.flows) {
        _ if decided == 0 && counted.unknown != 0 => match rate {
            None => lang.insight_nothing_closed().to_owned(),
            Some(rate) => lang.insight_no_history(
                &format::count(lang, counted.all),
                &format::count(lang, rate.trials),
                &format::count(lang, rate.successes),
            ),
        },
        Bottleneck::TooFew => lang.insight_funnel_too_few().to_owned(),
        Bottleneck::None => lang.insight_no_bottleneck().to_owned(),
        Bottleneck::Loses(place) => {
            let rate = counted.flows.get(place).and_then(Flow::conversion);
            let rate = rate.map_or_else(dash, |it| share(lang, it.value()));
            lang.insight_loses(name(place), &rate)
        }
        Bottleneck::Slow(place) => {
            let days = counted.flows.get(place).and_then(Flow::median_days);
            lang.insight_slow(name(place), &days.map_or_else(dash, |it| days_of(lang, it)))
        }
    }
}

fn days_of(lang: Lang, days: f64) -> String {
    format::decimal(lang, days, usize::from(days.fract() != 0.0))
}

fn portions(flow: &Flow) -> Portions {
    let [on, lost] = [flow.moved_on, flow.lost].map(|it| it as f64);
    Portions([on, flow.entered as f64 - on - lost, lost])
}

/// Where no stage is known: all leads, and what became of them.
fn whole(counted: &Counted, rate: Option<Rate>) -> Flow {
    let (moved_on, closed) = rate.map_or((0, 0), |it| (it.successes, it.trials));
    Flow { entered: counted.all, moved_on, lost: closed - moved_on, days: Vec::new() }
}

fn bars(lang: Lang, counted: &Counted, rate: Option<Rate>) -> Vec<FunnelBar> {
    let bar = |name: &str, flow: &Flow| {
        let rate = flow.conversion().filter(|it| it.is_settled());
        let entered = format::count(lang, flow.entered);
        let shown = match rate {
            Some(rate) => lang.insight_go_on(&entered, &share(lang, rate.value())),
            None => entered,
        };
        FunnelBar { name: name.to_owned(), portions: portions(flow), shown }
    };
    // Created to won or lost is all that can be told of leads whose stages are not known.
    if counted.unknown != 0 && counted.flows.iter().all(|it| it.moved_on + it.lost == 0) {
        return vec![bar(lang.insight_created(), &whole(counted, rate))];
    }
    counted.stages.iter().zip(&counted.flows).map(|((_, name), flow)| bar(name, flow)).collect()
}

fn table(lang: Lang, counted: &Counted, rate: Option<Rate>) -> TableView {
    let row = |(place, flow): (usize, &Flow)| {
        let (id, name) = counted.stages[place].clone();
        let figure = |measure| Some(Figure::Stage(id, measure));
        let conversion = flow.conversion();
        let shown = conversion.map_or_else(dash, |it| match it.is_settled() {
            true => share(lang, it.value()),
            false => lang.insight_is_too_few(&format::count(lang, it.trials_to_settle())),
        });
        let days = flow.median_days();
        let has = |figure: Option<Figure>, is: bool| figure.filter(|_| is);
        RowView {
            name,
            cells: vec![
                (format::count(lang, flow.entered), figure(StageMeasure::Entered)),
                (conversion.map_or_else(dash, |it| counts(lang, it)), None),
                (shown, has(figure(StageMeasure::Conversion), conversion.is_some())),
                (interval(lang, conversion), None),
                (
                    days.map_or_else(dash, |it| days_of(lang, it)),
                    has(figure(StageMeasure::Days), days.is_some()),
                ),
                (format::count(lang, counted.now[place]), figure(StageMeasure::Now)),
            ],
        }
    };
    let mut rows: Vec<RowView> = counted.flows.iter().enumerate().map(row).collect();
    if let Some(rate) = rate {
        let open = counted.all - rate.trials;
        rows.push(RowView {
            name: lang.insight_created_to_won().to_owned(),
            cells: vec![
                (format::count(lang, counted.all), None),
                (counts(lang, rate), None),
                (share(lang, rate.value()), None),
                (interval(lang, Some(rate)), None),
                (dash(), None),
                (format::count(lang, open), None),
            ],
        });
    }
    let heads = [
        lang.insight_stage(),
        lang.insight_entered(),
        lang.insight_moved_of_decided(),
        lang.insight_conversion(),
        lang.insight_interval(),
        lang.insight_stage_days(),
        lang.insight_now(),
    ];
    TableView {
        caption: lang.insight_funnel_caption().to_owned(),
        heads: heads.map(str::to_owned).to_vec(),
        rows,
    }
}

/// What is won a day at this pace.
pub(super) struct Velocity {
    pub(super) value: String,
    pub(super) formula: String,
    pub(super) open: u64,
    pub(super) rate: Rate,
    pub(super) average: Money,
    pub(super) days: f64,
}

/// Open leads × win rate × what a won lead brings ÷ the days that takes; `None` where a part of it
/// is not known well enough.
pub(super) fn velocity(scope: Scope<'_>) -> Option<Velocity> {
    let (lang, rates) = (scope.lang, scope.rates());
    let mut group = Group::default();
    scope.closed().for_each(|it| group.add(it, &rates));
    let open = scope.leads().filter(|it| it.outcome == Outcome::Open).count() as u64;
    let rate = group.figures.win_rate().filter(|it| it.is_settled())?;
    let average = group.average(&rates)?;
    let days = group.figures.mean_days_won().filter(|it| 1.0 <= *it)?;
    let minor = open as f64 * rate.value() * average.minor as f64 / days;
    let formula = lang.insight_velocity_formula(
        &format::count(lang, open),
        &share(lang, rate.value()),
        &about(lang, average),
        &format::decimal(lang, days, 1),
    );
    let value = about(lang, Money::new(minor.round() as i64, average.currency));
    Some(Velocity { value, formula, open, rate, average, days })
}

fn notes(scope: Scope<'_>, counted: &Counted) -> Vec<String> {
    let lang = scope.lang;
    let mut notes = vec![lang.insight_how_funnel().to_owned()];
    if counted.unknown != 0 {
        notes.push(lang.insight_stages_unknown(&format::count(lang, counted.unknown)));
    }
    let several = scope.address.pipeline.is_none() && 1 < scope.workspace.pipelines.iter().count();
    let first = scope.workspace.pipelines.find(scope.pipeline()).filter(|_| several);
    notes.extend(first.map(|it| lang.insight_first_pipeline(&it.name)));
    let rates = scope.rates();
    let mut group = Group::default();
    scope.closed().for_each(|it| group.add(it, &rates));
    notes.extend(missing(lang, &group, &rates));
    notes
}
