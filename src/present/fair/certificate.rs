//! How a figure of the X-ray was computed: what a yardstick measures of somebody, or what would be
//! level for them.

use std::collections::BTreeMap;

use super::Scene;
use crate::domain::arrange;
use crate::domain::calendar::{Day, Period, Span};
use crate::domain::fair::{By, level, share_by};
use crate::domain::id::{LeadId, PersonId};
use crate::domain::money::Money;
use crate::domain::rates::Conversion;
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;
use crate::present::format;
use crate::present::goals::certificate::Certificate;
use crate::present::rates::conversion_notes;

/// A figure of the X-ray.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FairFigure {
    /// What a yardstick measures.
    Yardstick(By),
    /// What would be level by it.
    Level(By),
}

/// What each lead of a certificate adds.
pub type Added = BTreeMap<LeadId, Money>;

/// How a figure of somebody was computed; none where there is no such figure.
pub fn certificate(
    workspace: &Workspace,
    lang: Lang,
    (period, today): (Period, Day),
    (person, figure): (PersonId, FairFigure),
) -> Option<(Certificate, Added)> {
    let scene = Scene::new(workspace, lang, period, today)?;
    let nth = scene.rows.iter().position(|(id, _)| *id == person)?;
    let of = Of { scene: &scene, nth, lang };
    let name = &scene.rows[nth].1;
    let period = format::period(lang, period);
    let named = |what: &str| [what, &*period, &**name].join(" · ");
    Some(match figure {
        FairFigure::Yardstick(by) => of.yardstick(named(lang.fair_yardstick(by)), by),
        FairFigure::Level(by) => of.level(named(lang.fair_level_quota()), by),
    })
}

/// One person of the scene.
struct Of<'a> {
    scene: &'a Scene<'a>,
    nth: usize,
    lang: Lang,
}

impl Of<'_> {
    fn yardstick(&self, title: String, by: By) -> (Certificate, Added) {
        let Of { scene, nth, lang } = *self;
        let (maker, carrier) = (&scene.maker, &scene.people[nth]);
        let (leads, added, mut notes) = self.records(&[by]);
        let count = |n: u64| format::count(lang, n);
        let money = |minor: i64| maker.money(minor);
        let name = &scene.rows[nth].1;
        let days = |span: Span| (format::day(lang, span.first), format::day(lang, span.last));
        let won = |span: Span| {
            let (first, last) = days(span);
            lang.certificate_won_person(name, &first, &last)
        };
        let (first, last) = days(maker.span);
        let (value, formula) = match by {
            By::LastYear => (money(carrier.last_year.minor), won(maker.last_year)),
            By::Quarters => (money(carrier.quarters.minor), won(maker.quarters)),
            By::Pipeline => {
                notes.push(lang.fair_how_pipeline(&format::percent(lang, maker.worth.won)));
                (money(carrier.pipeline), lang.fair_pipeline_formula(name, &last))
            }
            By::Days | By::All => {
                let days = count(carrier.days.unsigned_abs());
                (days, lang.fair_days_formula(name, &first, &last))
            }
        };
        let share = share_by(&scene.people, nth, by);
        let is_history = matches!(by, By::LastYear | By::Quarters);
        if share.is_none() && is_history {
            notes.push(lang.fair_few_deals().to_owned());
        }
        let deals =
            is_history.then(|| (lang.certificate_deals().to_owned(), count(leads.len() as u64)));
        let share = share.map(|it| (lang.fair_share().to_owned(), percent(lang, it)));
        let inputs = deals.into_iter().chain(share).collect();
        (Certificate { title, value, formula, inputs, notes, leads }, added)
    }

    fn level(&self, title: String, by: By) -> (Certificate, Added) {
        let Of { scene, nth, lang } = *self;
        let sticks: &[By] = if by == By::All { &By::SINGLE } else { &[by] };
        let shares = sticks.iter().filter_map(|it| Some((*it, share_by(&scene.people, nth, *it)?)));
        let shares: Vec<(By, f64)> = shares.collect();
        let used: Vec<By> = shares.iter().map(|(it, _)| *it).collect();
        let (leads, added, notes) = self.records(&used);
        let whole = (lang.fair_whole().to_owned(), format::money(lang, scene.whole));
        let input = |(by, share): &(By, f64)| {
            (lang.fair_share_by(lang.fair_yardstick(*by)), percent(lang, *share))
        };
        let quota = level(scene.whole.minor, &scene.people, by)[nth].quota;
        let certificate = Certificate {
            title,
            value: scene.maker.money(quota),
            formula: lang.fair_level_formula(&whole.1),
            inputs: std::iter::once(whole).chain(shares.iter().map(input)).collect(),
            notes: [vec![lang.fair_how().to_owned()], notes].concat(),
            leads,
        };
        (certificate, added)
    }

    /// The leads that yardsticks count, the latest first, what each adds, and how amounts were
    /// converted. A lead that several count adds its amount.
    fn records(&self, sticks: &[By]) -> (Vec<LeadId>, Added, Vec<String>) {
        let (maker, person) = (&self.scene.maker, self.scene.rows[self.nth].0);
        let (mut leads, mut added) = (Vec::new(), Added::new());
        let mut conversion = Conversion::default();
        let workspace = maker.workspace;
        for (id, lead) in workspace.leads.iter().filter(|(_, it)| it.owner == Some(person)) {
            let counts = maker.counts_by(lead);
            let by = |it: &By| match it {
                By::LastYear => counts.last_year,
                By::Quarters => counts.quarters,
                By::Pipeline => counts.pipeline,
                By::Days | By::All => false,
            };
            let Some(amount) = lead.amount.filter(|_| sticks.iter().any(by)) else { continue };
            let own = conversion.take(&maker.rates, maker.currency, (id, amount));
            let Some(own) = own else { continue };
            let minor = if counts.pipeline { maker.weighted(lead, own.minor) } else { own.minor };
            added.insert(id, Money::new(minor, own.currency));
            leads.push((lead.closes, id));
        }
        arrange::by_key(&mut leads, |(day, id)| (std::cmp::Reverse(*day), *id));
        let notes = conversion_notes(self.lang, &conversion, &maker.rates, maker.currency);
        (leads.into_iter().map(|it| it.1).collect(), added, notes)
    }
}

fn percent(lang: Lang, share: f64) -> String {
    format::percent(lang, (share * 1000.0).round() as i64)
}
