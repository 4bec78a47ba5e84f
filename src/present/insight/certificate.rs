//! How a figure of the page was computed, and from which leads.

use super::cohorts;
use super::funnel::{self, velocity};
use super::group::{Group, Key, Sorter};
use super::rates::{counts, missing};
use super::scope::{Looked, Recorded, Scope};
use super::trends;
use super::{Figure, Measure, Part, Series, StageMeasure, dash, interval};
use crate::domain::arrange;
use crate::domain::calendar::Day;
use crate::domain::funnel::Step;
use crate::domain::goal::Bearer;
use crate::domain::id::{LeadId, StageId};
use crate::domain::insight::Rate;
use crate::domain::money::Sums;
use crate::domain::pipeline::Outcome;
use crate::i18n::Lang;
use crate::present::forecast::words::{month, share, step};
use crate::present::format;
use crate::present::goals::certificate::Certificate;
use crate::present::team::words::sums;

/// How a figure was computed; `None` where there is no such figure.
pub fn certificate(scope: Scope<'_>, recorded: &Recorded, figure: &Figure) -> Option<Certificate> {
    match figure {
        Figure::Open | Figure::OpenValue => Some(open(scope, figure)),
        Figure::Group(key, measure) => group(scope, key.as_ref(), *measure),
        Figure::Stage(stage, measure) => self::stage(scope, recorded, *stage, *measure),
        Figure::Velocity => velocity_paper(scope),
        Figure::Month(first) => of_month(scope, *first),
        Figure::Cohort(first, age) => of_cohort(scope, *first, *age),
    }
}

/// The leads, the latest first.
fn ids(mut leads: Vec<Looked<'_>>) -> Vec<LeadId> {
    let day = |it: &Looked<'_>| it.lead.closes.or(it.lead.created);
    arrange::by(&mut leads, |a, b| day(b).cmp(&day(a)).then(a.id.cmp(&b.id)));
    leads.into_iter().map(|it| it.id).collect()
}

fn input(name: &str, value: String) -> (String, String) {
    (name.to_owned(), value)
}

/// What is asked beside the figure: the period, whose, which pipeline.
fn asked(scope: Scope<'_>) -> Vec<(String, String)> {
    let lang = scope.lang;
    let mut inputs = Vec::new();
    if let Some(period) = scope.address.period {
        inputs.push(input(lang.insight_period(), format::period(lang, period)));
    }
    let pipeline = scope.workspace.pipelines.find(scope.address.pipeline);
    inputs.extend(pipeline.map(|it| input(lang.insight_pipeline(), it.name.clone())));
    inputs
}

fn rate_inputs(lang: Lang, rate: Option<Rate>) -> Vec<(String, String)> {
    let Some(rate) = rate else { return Vec::new() };
    vec![
        input(lang.insight_won_count(), format::count(lang, rate.successes)),
        input(lang.insight_lost_count(), format::count(lang, rate.trials - rate.successes)),
        input(lang.insight_interval(), interval(lang, Some(rate))),
    ]
}

/// The open leads: how many, or what they are worth, each currency by itself.
fn open(scope: Scope<'_>, figure: &Figure) -> Certificate {
    let lang = scope.lang;
    let leads: Vec<Looked<'_>> = scope.leads().filter(|it| it.outcome == Outcome::Open).collect();
    let amounts = leads.iter().filter_map(|it| it.lead.amount);
    let worth: Sums = amounts.collect();
    let without = leads.iter().filter(|it| it.lead.amount.is_none()).count();
    let home = scope.workspace.settings().currency();
    let count = format::count(lang, leads.len() as u64);
    let (title, value, formula) = match figure {
        Figure::Open => (lang.team_open(), count.clone(), lang.insight_formula_open()),
        _ => (lang.team_open_value(), sums(lang, &worth, home), lang.insight_formula_open_value()),
    };
    let valued = *figure == Figure::OpenValue && without != 0;
    Certificate {
        title: title.to_owned(),
        value,
        formula: formula.to_owned(),
        inputs: vec![input(lang.insight_open_leads(), count)],
        notes: valued.then(|| lang.certificate_unvalued(without)).into_iter().collect(),
        leads: ids(leads),
    }
}

fn group(scope: Scope<'_>, key: Option<&Key>, measure: Measure) -> Option<Certificate> {
    let lang = scope.lang;
    let sorter = Sorter::new(scope, scope.address.by);
    let within = |it: &Looked<'_>| key.is_none_or(|key| sorter.keys(*it).contains(key));
    let leads: Vec<Looked<'_>> = scope.closed().filter(within).collect();
    let mut group = Group::default();
    leads.iter().for_each(|it| group.add(*it, sorter.rates()));
    let Some(rate) = group.figures.win_rate() else {
        return (measure == Measure::Rate).then(|| Certificate {
            title: lang.insight_rate().to_owned(),
            value: dash(),
            formula: lang.insight_nothing_closed().to_owned(),
            inputs: asked(scope),
            notes: Vec::new(),
            leads: Vec::new(),
        });
    };
    let won_count = format::count(lang, rate.successes);
    let (name, value, formula) = match measure {
        Measure::Rate => (
            lang.insight_rate(),
            share(lang, rate.value()),
            lang.insight_formula_rate(&won_count, &format::count(lang, rate.trials)),
        ),
        Measure::Won => (
            lang.insight_won_value(),
            format::money(lang, group.amount(measure, sorter.rates())?),
            lang.insight_formula_won().to_owned(),
        ),
        Measure::Average => (
            lang.insight_average(),
            format::money(lang, group.amount(measure, sorter.rates())?),
            lang.insight_formula_average(
                &format::money(lang, group.won_value.sum(sorter.rates())?),
                &format::count(lang, group.valued.unsigned_abs()),
            ),
        ),
        Measure::MeanDays => (
            lang.insight_mean_days(),
            format::decimal(lang, group.days(measure)?, 1),
            lang.insight_formula_mean_days().to_owned(),
        ),
        Measure::MedianDays => (
            lang.insight_median_days(),
            format::decimal(lang, group.days(measure)?, 1),
            lang.insight_formula_median_days().to_owned(),
        ),
    };
    let whose = key.map_or_else(|| everyone(scope), |it| sorter.name(it));
    let mut inputs = asked(scope);
    inputs.extend(rate_inputs(lang, Some(rate)));
    let only_won = measure != Measure::Rate;
    let shown = leads.into_iter().filter(|it| !only_won || it.outcome == Outcome::Won);
    let mut notes: Vec<String> = missing(lang, &group, sorter.rates()).into_iter().collect();
    if let Some(more) = Some(rate.trials_to_settle()).filter(|it| *it != 0 && !only_won) {
        notes.push(lang.insight_note_too_few(&format::count(lang, more)));
    }
    if only_won && (group.valued.unsigned_abs()) < rate.successes {
        let without = rate.successes - group.valued.unsigned_abs();
        notes.push(lang.certificate_unvalued(without as usize));
    }
    Some(Certificate {
        title: [name, &whose].join(" · "),
        value,
        formula,
        inputs,
        notes,
        leads: ids(shown.collect()),
    })
}

/// Whose leads all of them are.
fn everyone(scope: Scope<'_>) -> String {
    let name = match scope.address.who {
        Bearer::Company => None,
        Bearer::Team(id) => scope.workspace.teams.get(id).map(|it| &it.name),
        Bearer::Person(id) => scope.workspace.people.get(id).map(|it| &it.name),
    };
    name.map_or_else(|| scope.lang.insight_all().to_owned(), Clone::clone)
}

fn stage(
    scope: Scope<'_>,
    recorded: &Recorded,
    id: StageId,
    measure: StageMeasure,
) -> Option<Certificate> {
    let lang = scope.lang;
    let counted = funnel::counted(scope, recorded);
    let place = counted.stages.iter().position(|(it, _)| *it == id)?;
    let flow = counted.flows.get(place)?;
    let step = |it: &Looked<'_>| counted.ways.step(&it.journey(recorded), it.outcome, place);
    let within = |it: &Looked<'_>| match measure {
        StageMeasure::Entered => step(it).is_some(),
        StageMeasure::Conversion => matches!(step(it), Some(Step::MovedOn | Step::Lost)),
        StageMeasure::Days => !counted.ways.days(&it.journey(recorded), place).is_empty(),
        StageMeasure::Now => it.lead.stage == Some(id),
    };
    let leads = ids(funnel::looked(scope).filter(within).collect());
    let count = |n: u64| format::count(lang, n);
    let conversion = flow.conversion();
    let (name, value, formula) = match measure {
        StageMeasure::Entered => {
            (lang.insight_entered(), count(flow.entered), lang.insight_formula_entered().to_owned())
        }
        StageMeasure::Conversion => (
            lang.insight_conversion(),
            share(lang, conversion?.value()),
            lang.insight_formula_conversion(&count(flow.moved_on), &count(conversion?.trials)),
        ),
        StageMeasure::Days => (
            lang.insight_stage_days(),
            format::decimal(lang, flow.median_days()?, 1),
            lang.insight_formula_stage_days(&count(flow.days.len() as u64)),
        ),
        StageMeasure::Now => {
            (lang.insight_now(), count(leads.len() as u64), lang.insight_formula_now().to_owned())
        }
    };
    let mut inputs = asked(scope);
    inputs.push(input(lang.insight_entered(), count(flow.entered)));
    inputs.push(input(lang.insight_moved_on(), count(flow.moved_on)));
    inputs.push(input(lang.insight_lost_there(), count(flow.lost)));
    if let Some(rate) = conversion {
        inputs.push(input(lang.insight_interval(), interval(lang, Some(rate))));
    }
    let name = [name, &counted.stages[place].1].join(" · ");
    let notes = vec![lang.insight_how_funnel().to_owned()];
    Some(Certificate { title: name, value, formula, inputs, notes, leads })
}

fn velocity_paper(scope: Scope<'_>) -> Option<Certificate> {
    let lang = scope.lang;
    let found = velocity(scope)?;
    let mut inputs = asked(scope);
    inputs.extend([
        input(lang.insight_open_leads(), format::count(lang, found.open)),
        input(lang.insight_rate(), share(lang, found.rate.value())),
        input(lang.insight_interval(), interval(lang, Some(found.rate))),
        input(lang.insight_average(), format::money(lang, found.average)),
        input(lang.insight_mean_days(), format::decimal(lang, found.days, 1)),
    ]);
    let open = scope.leads().filter(|it| it.outcome == Outcome::Open);
    Some(Certificate {
        title: lang.insight_velocity().to_owned(),
        value: found.value,
        formula: found.formula,
        inputs,
        notes: vec![lang.insight_velocity_note().to_owned()],
        leads: ids(open.chain(scope.closed()).collect()),
    })
}

fn of_month(scope: Scope<'_>, first: Day) -> Option<Certificate> {
    let (lang, rates) = (scope.lang, scope.rates());
    let leads: Vec<Looked<'_>> = trends::behind(scope, scope.address, first).collect();
    let count = leads.len() as u64;
    let won = leads.iter().filter(|it| it.outcome == Outcome::Won).count() as u64;
    let series = scope.address.series;
    let (value, formula) = match series {
        Series::Value => (
            format::money(lang, trends::value_of(&leads, &rates)?),
            lang.insight_formula_won().to_owned(),
        ),
        Series::Won => (format::count(lang, count), lang.insight_formula_month_won().to_owned()),
        Series::New => (format::count(lang, count), lang.insight_formula_month_new().to_owned()),
        Series::Rate => {
            let rate = Rate::new(won, count)?;
            let (won, all) = (format::count(lang, won), format::count(lang, count));
            (share(lang, rate.value()), lang.insight_formula_rate(&won, &all))
        }
    };
    let mut inputs = asked(scope);
    if series == Series::Rate {
        inputs.extend(rate_inputs(lang, Rate::new(won, count)));
    }
    let title = [series.words(lang), &step(lang, scope.address.grain, first)].join(" · ");
    let leads = ids(leads);
    Some(Certificate { title, value, formula, inputs, notes: Vec::new(), leads })
}

fn of_cohort(scope: Scope<'_>, first: Day, age: usize) -> Option<Certificate> {
    let lang = scope.lang;
    let leads: Vec<Looked<'_>> = cohorts::behind(scope, first, age).collect();
    let held = leads.len() as u64;
    let rate = Rate::new(held, cohorts::created_in(scope, first))?;
    let (count, all) = (format::count(lang, held), format::count(lang, rate.trials));
    let formula = match scope.address.part {
        Part::Won => lang.insight_formula_cohort_won(age, &count, &all),
        Part::Lost => lang.insight_formula_cohort_lost(age, &count, &all),
        Part::Open => lang.insight_formula_cohort_open(age, &count, &all),
    };
    let mut inputs = asked(scope);
    inputs.push(input(lang.insight_of_created(), counts(lang, rate)));
    inputs.push(input(lang.insight_interval(), interval(lang, Some(rate))));
    Some(Certificate {
        title: [scope.address.part.words(lang), &month(lang, first)].join(" · "),
        value: share(lang, rate.value()),
        formula,
        inputs,
        notes: Vec::new(),
        leads: ids(leads),
    })
}
